import { Select } from 'antd';
import { useState } from 'react';
import { Answered, Blank } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Bounds, boundsOfAny } from '#packages/web-kit/map';
import type { PlanChanges, PlanPage } from '../../../core/api.ts';
import { PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { CompareMap } from '../../comparison/CompareMap.tsx';
import { changedNames, type GridChange, gridChanges } from '../../comparison/grid-changes.ts';
import type { PlanLayer } from '../../comparison/plan-layer.ts';
import { useChanges, useLayer, useLayerBefore } from '../../comparison/queries.ts';
import { ChangeTable } from './ChangeTable.tsx';
import styles from './plan.module.css';
import { usePlans } from './use-plans.ts';

const WORDS = {
  title: text('调整了什么', 'What changes'),
  against: text('与哪个方案比较', 'Compared with'),
  inForce: text('现行方案', 'The plan in force'),
  same: text('与所比较的方案相同。', 'The same as the plan it is compared with.'),
  current: text(
    '这是现行方案。选另一个方案，可以看两者的差别。',
    'This is the plan in force. Choose another one to see how they differ.',
  ),
  first: text('还没有可以比较的方案。', 'There is no plan to compare with.'),
  moved: (households: string) => text(`约 ${households} 户换网格`, `about ${households} households change their grid`),
  between: (before: string, after: string) =>
    text(`调整前：${before}；调整后：${after}`, `Before: ${before}. After: ${after}.`),
  counts: (added: number, removed: number, changed: number, renamed: number) =>
    text(
      `新增 ${added} · 撤销 ${removed} · 调整边界 ${changed} · 改名 ${renamed}`,
      `${added} new · ${removed} removed · ${changed} with another border · ${renamed} renamed`,
    ),
};

/** What differs from the plan in force, or from any other: map and table. */
export function Comparison({ plan }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const [against, setAgainst] = useState<string | undefined>();
  const changes = useChanges(plan, against);
  return (
    <section className={styles.block} aria-label={words.title}>
      <div className={styles.blockHead}>
        <h2>{words.title}</h2>
        <AgainstChoice
          plan={plan}
          usual={changes.data?.against?.name ?? words.inForce}
          value={against}
          onChange={setAgainst}
        />
      </div>
      <Answered query={changes} rows={6}>
        {(found) => <Compared key={against} plan={plan} changes={found} />}
      </Answered>
    </section>
  );
}

interface ChoiceProps {
  readonly plan: PlanPage;
  /** Name of the plan that it is compared with as long as nobody chooses. */
  readonly usual: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function AgainstChoice({ plan, usual, value, onChange }: ChoiceProps) {
  const words = useWords(WORDS);
  const say = useText();
  const { data: plans = [] } = usePlans();
  const others = plans.filter(({ id, grids }) => id !== plan.id && grids > 0);
  return (
    <label className={styles.againstLabel} htmlFor="against">
      <span>{words.against}</span>
      <Select
        id="against"
        className={styles.against}
        placeholder={usual}
        allowClear
        value={value}
        onChange={onChange}
        options={others.map(({ id, name, status }) => ({
          value: id,
          label: `${name}（${say(PLAN_STATUSES[status].label)}）`,
        }))}
      />
    </label>
  );
}

interface ComparedProps {
  readonly plan: PlanPage;
  readonly changes: PlanChanges;
}

function Compared({ plan, changes }: ComparedProps) {
  const words = useWords(WORDS);
  const rows = gridChanges(changes);
  const { against } = changes;
  if (against === null) return <Blank title={plan.status === 'in_force' ? words.current : words.first} />;
  if (rows.length === 0) return <Blank title={words.same} />;
  return <Differences plan={plan} against={against} changes={changes} rows={rows} />;
}

const geometriesOf = (code: string, layers: readonly (PlanLayer | undefined)[]) =>
  layers.flatMap(
    (layer) =>
      layer?.features.filter(({ properties }) => properties.code === code).map(({ geometry }) => geometry) ?? [],
  );

interface DifferencesProps extends ComparedProps {
  readonly against: NonNullable<PlanChanges['against']>;
  readonly rows: readonly GridChange[];
}

function Differences({ plan, against, changes, rows }: DifferencesProps) {
  const words = useWords(WORDS);
  const [chosen, setChosen] = useState<string | null>(null);
  const before = useLayerBefore(against.id);
  const after = useLayer(plan);
  const { added, removed, changed, renamed, households_moved } = changes;
  const bounds: Bounds | null = chosen ? boundsOfAny(geometriesOf(chosen, [before.data, after.data])) : null;
  return (
    <>
      <p className={styles.totals}>
        <b>{words.moved(Math.round(households_moved).toLocaleString('en'))}</b>
        <span>{words.counts(added.length, removed.length, changed.length, renamed.length)}</span>
        <span>{words.between(against.name, plan.name)}</span>
      </p>
      <div className={styles.compared}>
        <Answered query={before} rows={8}>
          {(former) => (
            <Answered query={after} rows={8}>
              {(later) => (
                <CompareMap
                  className={styles.map}
                  compared={{ before: former, after: later, changes }}
                  bounds={bounds}
                  onGrid={setChosen}
                />
              )}
            </Answered>
          )}
        </Answered>
        <ChangeTable
          rows={rows}
          names={changedNames(changes)}
          chosen={chosen}
          onChoose={setChosen}
          isInForce={plan.status === 'in_force'}
        />
      </div>
    </>
  );
}
