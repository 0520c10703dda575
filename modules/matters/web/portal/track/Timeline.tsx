import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { Card } from '#packages/web-kit/ui';
import type { Line } from '../../../core/api.ts';
import { condense, SENTENCES, whoIn, wordsOf } from './sentences.ts';
import styles from './track.module.css';

const WORDS = { times: (n: number) => text(`（${n} 人）`, ` (${n} people)`) };

interface Props {
  readonly timeline: readonly Line[];
  readonly title: string;
  readonly nameOf: (category: string) => string;
}

/** Everything that happened, newest first. */
export function Timeline({ timeline, title, nameOf }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  return (
    <Card labelledBy="history">
      <h2 id="history" className={styles.small}>
        {title}
      </h2>
      <ol className={styles.timeline} reversed>
        {condense(timeline)
          .reverse()
          .map(({ line, times }) => {
            const said = wordsOf(line);
            const into = typeof line.facts.into === 'string' ? line.facts.into : null;
            return (
              <li key={line.seq}>
                <time dateTime={line.at}>{formatTime(line.at, locale)}</time>
                <p>
                  {say(SENTENCES[line.action]({ who: whoIn(line), facts: line.facts, nameOf }))}
                  {times > 1 && words.times(times)}
                </p>
                {said && <p className={styles.said}>{say(said)}</p>}
                {into && (
                  <p>
                    <Link to={`/track/${into}`}>{into}</Link>
                  </p>
                )}
              </li>
            );
          })}
      </ol>
    </Card>
  );
}
