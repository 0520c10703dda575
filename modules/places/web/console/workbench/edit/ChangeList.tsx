import { Button } from 'antd';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import shared from '../workbench.module.css';
import type { Past } from '../workspace.ts';
import styles from './edit.module.css';

const WORDS = {
  title: (count: number) => text(`到目前为止的修改（${count}）`, `Changes so far (${count})`),
  none: text('还没有修改。', 'No changes yet.'),
  last: text('撤销', 'Undo'),
  since: text('撤销到此', 'Undo to here'),
  what: (verb: string, done: string) => text(`${verb}：${done}`, `${verb}: ${done}`),
};

interface Props {
  readonly past: readonly Past[];
  /** Takes back that many changes, from the last. */
  readonly onUndo: (steps: number) => void;
}

/** What was done, the last first; each can be taken back with all that came after it. */
export function ChangeList({ past, onUndo }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <section className={shared.block}>
      <h2 className={shared.heading}>{words.title(past.length)}</h2>
      {past.length === 0 && <p className={shared.soft}>{words.none}</p>}
      {past.length > 0 && (
        <ol className={styles.changes} reversed>
          {past.toReversed().map(({ done }, i) => {
            const verb = i === 0 ? words.last : words.since;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a change is its place in the history
              <li key={past.length - i}>
                <span>{say(done)}</span>
                <Button size="small" type="text" aria-label={words.what(verb, say(done))} onClick={() => onUndo(i + 1)}>
                  {verb}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
