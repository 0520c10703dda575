import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { Icon } from '#packages/web-kit/ui';
import type { Line } from '../../../core/api.ts';
import type { Stage } from '../../../core/lifecycle.ts';
import { milestonesOf } from './milestones.ts';
import styles from './track.module.css';

const WORDS = {
  line: text('办理阶段', 'Stages'),
  done: text('已完成', 'done'),
  now: text('进行中', 'now'),
  next: text('未开始', 'still to come'),
};

interface Props {
  readonly stage: Stage;
  readonly timeline: readonly Line[];
}

/** The line of the main stages with the times when they were reached. */
export function StageLine({ stage, timeline }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  return (
    <ol className={styles.stages} aria-label={words.line}>
      {milestonesOf(stage, timeline).map(({ label, state, at }) => (
        <li key={label.zh} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.dot}>{state === 'done' && <Icon name="check" size={16} />}</span>
          <span className={styles.stageName}>
            {say(label)}
            <span className="visually-hidden"> {words[state]}</span>
          </span>
          {at && <time dateTime={at}>{formatTime(at, locale)}</time>}
        </li>
      ))}
    </ol>
  );
}
