import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import styles from '../workbench.module.css';
import type { Workspace } from '../workspace.ts';
import { gridsOfToday } from './plan.ts';

const WORDS = {
  title: text('划分哪些社区', 'Communities to divide'),
  placeholder: text('选择社区，或在地图上点选', 'Choose communities here or on the map'),
  one: (name: string, grids: number, households: number) =>
    text(`${name}（${grids} 个网格，${households} 户）`, `${name} (${grids} grids, ${households} households)`),
  sum: (communities: number, grids: number, households: string) =>
    text(
      `已选 ${communities} 个社区，现有 ${grids} 个网格，${households} 户`,
      `${communities} chosen, ${grids} grids today, ${households} households`,
    ),
  all: text('全选', 'All'),
  none: text('清空', 'None'),
};

interface Props {
  readonly workspace: Workspace;
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** One or more communities, by street; those of the map are toggled by a click on any of their grids. */
export function CommunityPicker({ workspace, chosen, onChange }: Props) {
  const words = useWords(WORDS);
  const { areas } = workspace;
  const today = gridsOfToday(workspace);
  const counts = useMemo(() => {
    const sums = new Map<string, { grids: number; households: number }>();
    for (const { community, households } of today) {
      const sum = sums.get(community) ?? { grids: 0, households: 0 };
      sums.set(community, { grids: sum.grids + 1, households: sum.households + households });
    }
    return sums;
  }, [today]);
  const communities = areas.filter(({ level }) => level === 'community');
  const options = areas
    .filter(({ level }) => level === 'street')
    .map((street) => ({
      label: street.name,
      title: street.name,
      options: communities
        .filter(({ parent }) => parent === street.code)
        .map(({ code, name }) => {
          const { grids = 0, households = 0 } = counts.get(code) ?? {};
          return { value: code, label: words.one(name, grids, households), name };
        }),
    }));
  const sum = chosen.reduce(
    (total, code) => {
      const { grids = 0, households = 0 } = counts.get(code) ?? {};
      return { grids: total.grids + grids, households: total.households + households };
    },
    { grids: 0, households: 0 },
  );
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>{words.title}</h2>
      <Select
        mode="multiple"
        aria-label={words.title}
        placeholder={words.placeholder}
        value={[...chosen]}
        options={options}
        optionLabelProp="name"
        optionFilterProp="label"
        maxTagCount={4}
        onChange={(codes: string[]) => onChange(codes)}
      />
      <div className={styles.row}>
        <Button size="small" onClick={() => onChange(communities.map(({ code }) => code))}>
          {words.all}
        </Button>
        <Button size="small" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {words.none}
        </Button>
        {chosen.length > 0 && (
          <p className={styles.soft}>{words.sum(chosen.length, sum.grids, sum.households.toLocaleString('en'))}</p>
        )}
      </div>
    </section>
  );
}
