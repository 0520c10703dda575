import { LockOutlined } from '@ant-design/icons';
import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { deedOf, doerOf, saidWith, type TimelineLine } from './line-words.ts';
import styles from './matter.module.css';

const WORDS = {
  title: text('办理过程', 'What happened'),
  internal: text('仅工作人员可见', 'Staff only'),
  open: text('打开', 'Open'),
};

/** What happened, newest first, in plain words; what only staff may read is marked. */
export function Timeline({ matter: { timeline } }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  return (
    <section className={styles.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ol className={styles.timeline}>
        {timeline.toReversed().map((line) => (
          <Entry key={line.seq} line={line} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ line }: { readonly line: TimelineLine }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const said = saidWith(line);
  const other = line.facts.into ?? line.facts.from;
  return (
    <li data-action={line.action}>
      <p className={styles.deed}>
        <b>{say(deedOf(line))}</b>
        {typeof other === 'string' && <Link href={`/matters/${other}`}>{words.open}</Link>}
        <time dateTime={line.at}>{formatTime(line.at, locale)}</time>
      </p>
      <p className={styles.doer}>{say(doerOf(line))}</p>
      {said && <p className={styles.said}>{said}</p>}
      {line.note && (
        <p className={styles.note}>
          <small>
            <LockOutlined aria-hidden /> {words.internal}
          </small>
          {line.note}
        </p>
      )}
    </li>
  );
}
