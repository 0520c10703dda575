import { Segmented } from 'antd';
import { useState } from 'react';
import { Answered, type Bar, Bars, nameOfArea, useAreas } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { STAGES, type Stage } from '../../../core/lifecycle.ts';
import { nameOfCategory } from '../category-names.ts';
import type { Filters } from './filters.ts';
import styles from './list.module.css';
import { type CountedBy, useCounts } from './use-matters.ts';

const WORDS = {
  by: text('按什么统计', 'Counted by'),
  category: text('类别', 'Kind'),
  stage: text('环节', 'Stage'),
  street: text('街道', 'Street'),
  community: text('社区', 'Community'),
  legend: text('深色为未办结，浅色为全部', 'Dark: open; light: all'),
  bar: (name: string, count: number, open: number) =>
    text(`${name}：共 ${count} 件，未办结 ${open} 件`, `${name}: ${count} in all, ${open} open`),
};

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** How many matters of what; each bar narrows the list. */
export function Counts({ filters, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [by, setBy] = useState<CountedBy>('category');
  const counts = useCounts(by, filters.area);
  const { data: areas = [] } = useAreas();
  const nameOf = (key: string) => {
    if (by === 'category') return say(nameOfCategory(key));
    if (by === 'stage') return say(STAGES[key as Stage].label);
    return nameOfArea(areas, key).split(' ').at(-1) || key;
  };
  const ways = filters.area
    ? (['category', 'stage', 'community'] as const)
    : (['category', 'stage', 'street'] as const);
  const shown = ways.some((way) => way === by) ? by : ways[2];
  if (shown !== by) setBy(shown);
  return (
    <div className={styles.counted}>
      <Segmented
        block
        aria-label={words.by}
        value={shown}
        onChange={setBy}
        options={ways.map((value) => ({ value, label: words[value] }))}
      />
      <p className={styles.legend}>{words.legend}</p>
      <Answered query={counts} rows={8}>
        {(found) => (
          <Bars
            bars={found
              .map(({ key, count, open }): Bar => ({ key, count, part: open, label: nameOf(key) }))
              .sort((a, b) => b.count - a.count)}
            chosen={chosenOf(by, filters)}
            onChoose={(key) => onChange(narrow(by, key, filters))}
            say={({ label, count, part }) => words.bar(label, count, part)}
          />
        )}
      </Answered>
    </div>
  );
}

function chosenOf(by: CountedBy, { category, stage, area }: Filters): readonly string[] {
  if (by === 'stage') return stage;
  return [by === 'category' ? category : area].filter((value) => value !== undefined);
}

/** The filters with one more, or without it where it was chosen already. */
function narrow(by: CountedBy, key: string, filters: Filters): Filters {
  if (by === 'stage') {
    const stage = filters.stage.includes(key as Stage) ? [] : [key as Stage];
    return { ...filters, stage };
  }
  if (by === 'category') return { ...filters, category: filters.category === key ? undefined : key };
  return { ...filters, area: filters.area === key ? key.slice(0, 9) : key };
}
