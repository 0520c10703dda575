import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { places } from '../api.ts';
import type { WorkPanelProps } from './panel.ts';
import { useOpenPlan } from './use-open-plan.ts';
import styles from './workbench.module.css';

const WORDS = {
  title: text('从哪里开始', 'Where to start from'),
  what: text(
    '先打开一个方案作底：图层没有画到的社区沿用它的网格。',
    'Open a plan to begin with: communities that no layer draws keep its grids.',
  ),
  force: text('打开现行方案', 'Open the plan in force'),
  inForce: text('现行方案', 'The plan in force'),
  other: text('或打开另一个方案', 'or open another plan'),
  open: (name: string, grids: number) => text(`已打开“${name}”，${grids} 个网格`, `"${name}" is open, ${grids} grids`),
};

/** Opens a plan as the ground of the work: the one in force, or any other whose layer may be seen. */
export function StartFrom(props: WorkPanelProps) {
  const { workspace, busy } = props;
  const words = useWords(WORDS);
  const say = useText();
  const plans = useQuery({ queryKey: ['grid-plans'], queryFn: () => places('GET /api/grid-plans') });
  const open = useOpenPlan(props);
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>{words.title}</h2>
      {workspace.plan === null ? (
        <p className={styles.soft}>{words.what}</p>
      ) : (
        <p className={styles.good}>{words.open(workspace.plan.name, workspace.ground.length)}</p>
      )}
      <div className={styles.row}>
        <Button
          type={workspace.plan === null ? 'primary' : 'default'}
          disabled={busy}
          onClick={() => open({ id: null, name: words.inForce })}
        >
          {words.force}
        </Button>
        <Select
          className={styles.grow}
          placeholder={words.other}
          aria-label={words.other}
          value={null}
          loading={plans.isPending}
          options={(plans.data ?? []).map(({ id, name, status }) => ({
            value: id,
            label: `${name}（${say(PLAN_STATUSES[status].label)}）`,
          }))}
          onChange={(id: string | null) => {
            const plan = plans.data?.find((one) => one.id === id);
            if (plan) void open({ id: plan.id, name: plan.name });
          }}
        />
      </div>
    </section>
  );
}
