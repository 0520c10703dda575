import { Select, Table } from 'antd';
import { useState } from 'react';
import type { ChangeReason } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { areaText } from './names.ts';
import type { PanelProps } from './panel.ts';
import { roomAround } from './room.ts';
import type { Conflict } from './work.ts';
import styles from './workbench.module.css';

const WORDS = {
  title: text('哪些地方换了网格', 'Places that changed hands'),
  totals: (n: number, area: string) => text(`${n} 处，共 ${area}`, `${n} places, ${area || '0 m²'}`),
  none: text('没有一处变动：图层本来就严丝合缝。', 'None: the layers were one coverage already.'),
  move: text('从 → 到', 'From → to'),
  area: text('面积', 'Area'),
  why: text('依据', 'Why'),
  nobody: text('无', 'nobody'),
  outside: text('社区界线以外', 'outside the community'),
  change: text('改归', 'Give to'),
  byRule: text('按规则', 'By the rule'),
  says: (layer: string, name: string) => text(`${layer}：${name}`, `${layer}: ${name}`),
};

const REASONS: Readonly<Record<ChangeReason, Text>> = {
  priority: text('图层优先', 'priority'),
  largest: text('面积最大', 'largest'),
  'longest-border': text('公共边界', 'shared border'),
  decision: text('人工决定', 'decision'),
  gap: text('填补空隙', 'gap filled'),
  sliver: text('并入碎片', 'sliver'),
  part: text('并入飞地', 'detached part'),
  outside: text('界外', 'outside'),
};

interface Props extends Pick<PanelProps, 'map' | 'dispatch'> {
  readonly conflicts: readonly Conflict[];
  readonly decisions: ReadonlyMap<string, string>;
  readonly nameOf: (code: string) => string;
  readonly chosen: string | null;
  readonly busy: boolean;
  readonly onOverrule: (conflict: Conflict, to: string | null) => void;
}

/** Every place that changed hands: sorted as wanted, looked at on the map, overruled. */
export function ChangesTable({ conflicts, decisions, nameOf, map, dispatch, chosen, busy, onOverrule }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const look = ({ key, where }: Conflict) => {
    dispatch({ type: 'select', selection: { conflict: key } });
    map.fit(roomAround(where));
  };
  const partiesOf = ({ from, to, why }: Conflict): string => {
    const giver = from.length === 0 ? words.nobody : from.map(nameOf).join('、');
    return `${giver} → ${to === null ? (why === 'outside' ? words.outside : words.nobody) : nameOf(to)}`;
  };
  if (conflicts.length === 0) return <p className={styles.good}>{words.none}</p>;
  const total = conflicts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.title} <small className={styles.note}>{words.totals(conflicts.length, areaText(total))}</small>
      </h2>
      <Totals conflicts={conflicts} why={why} onWhy={setWhy} />
      <Table<Conflict>
        size="small"
        rowKey="key"
        dataSource={conflicts.filter((conflict) => why === null || conflict.why === why)}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        rowClassName={({ key }) => (key === chosen ? styles.chosen : '')}
        expandable={{
          expandedRowKeys: chosen === null ? [] : [chosen],
          showExpandColumn: false,
          expandedRowRender: (conflict) => (
            <div className={styles.detail}>
              {conflict.claims.length > 0 && (
                <ul>
                  {conflict.claims.map(({ layer, code }) => (
                    <li key={`${layer} ${code}`}>{words.says(layer, nameOf(code))}</li>
                  ))}
                </ul>
              )}
              {conflict.candidates.length > 0 && (
                <div className={styles.row}>
                  <span>{words.change}</span>
                  <Select
                    className={styles.grow}
                    aria-label={words.change}
                    disabled={busy}
                    value={decisions.get(conflict.key) ?? ''}
                    options={[
                      { value: '', label: words.byRule },
                      ...conflict.candidates.map((code) => ({ value: code, label: nameOf(code) })),
                    ]}
                    onChange={(to: string) => onOverrule(conflict, to === '' ? null : to)}
                  />
                </div>
              )}
            </div>
          ),
        }}
        columns={[
          {
            title: words.move,
            key: 'move',
            sorter: (a, b) => partiesOf(a).localeCompare(partiesOf(b)),
            render: (_, conflict) => (
              <button
                type="button"
                className={styles.link}
                aria-expanded={conflict.key === chosen}
                onClick={() => look(conflict)}
              >
                {partiesOf(conflict)}
              </button>
            ),
          },
          {
            title: words.area,
            key: 'area',
            align: 'right',
            width: 92,
            defaultSortOrder: 'descend',
            sorter: (a, b) => a.areaM2 - b.areaM2,
            render: (_, { areaM2 }) => areaText(areaM2),
          },
          {
            title: words.why,
            key: 'why',
            width: 88,
            sorter: (a, b) => a.why.localeCompare(b.why),
            render: (_, { why }) => say(REASONS[why]),
          },
        ]}
      />
    </section>
  );
}

interface TotalsProps {
  readonly conflicts: readonly Conflict[];
  readonly why: ChangeReason | null;
  readonly onWhy: (why: ChangeReason | null) => void;
}

/** How many places, and how much, for each reason; each is a button that leaves only those. */
function Totals({ conflicts, why, onWhy }: TotalsProps) {
  const words = useWords(WORDS);
  const say = useText();
  const sums = new Map<ChangeReason, { count: number; areaM2: number }>();
  for (const conflict of conflicts) {
    const sum = sums.get(conflict.why) ?? { count: 0, areaM2: 0 };
    sums.set(conflict.why, { count: sum.count + 1, areaM2: sum.areaM2 + conflict.areaM2 });
  }
  return (
    <fieldset className={styles.kinds} aria-label={words.why}>
      {[...sums].map(([one, { count, areaM2 }]) => (
        <button key={one} type="button" aria-pressed={why === one} onClick={() => onWhy(why === one ? null : one)}>
          {say(REASONS[one])}
          <b>{count}</b>
          <small>{areaText(areaM2)}</small>
        </button>
      ))}
    </fieldset>
  );
}
