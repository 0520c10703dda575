import { CheckOutlined } from '@ant-design/icons';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { PlanRow } from '../../../core/api.ts';
import { PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { roadOf } from './road.ts';
import styles from './stage-bar.module.css';

const WORDS = {
  road: text('方案进展', 'How far the plan is'),
  done: text('已完成', 'done'),
};

/** The stages of a plan from draft to force, with where it stands. */
export function StageBar({ plan }: { readonly plan: PlanRow }) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <ol className={styles.road} aria-label={words.road} data-ended={plan.status === 'withdrawn'}>
      {roadOf(plan).map(({ status, state }, i) => (
        <li key={status} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden="true">
            {state === 'done' ? <CheckOutlined /> : i + 1}
          </span>
          <span className={styles.name}>
            {say(PLAN_STATUSES[status].label)}
            {state === 'done' && <span className={styles.hidden}>（{words.done}）</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
