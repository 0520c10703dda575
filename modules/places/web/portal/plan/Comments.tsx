import { text } from '#packages/kernel';
import { formatTime, useLocale, useWords } from '#packages/web-kit';
import { Card, Loaded, Stack } from '#packages/web-kit/ui';
import type { PlanComment, PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';
import { useComments } from './query.ts';

const WORDS = {
  title: text('大家的意见和答复', 'Comments and answers'),
  none: text('还没有公开的意见。', 'No comments are public yet.'),
  more: (n: number) =>
    text(
      `另有 ${n} 条意见，答复后决定是否公开。`,
      `${n} more comments; whether they are published is decided when they are answered.`,
    ),
  number: (n: number) => text(`第 ${n} 条`, `No. ${n}`),
  answer: text('答复', 'Answer'),
};

/** What residents said and what was answered, as far as it is public. */
export function Comments({ plan }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const comments = useComments(plan.id);
  return (
    <Card labelledBy="comments">
      <Stack gap={3}>
        <h2 id="comments">{words.title}</h2>
        <Loaded query={comments} lines={3}>
          {(all) => <List comments={all} />}
        </Loaded>
      </Stack>
    </Card>
  );
}

function List({ comments }: { readonly comments: readonly PlanComment[] }) {
  const words = useWords(WORDS);
  const open = comments.filter(({ released }) => released);
  return (
    <>
      {open.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ol className={styles.comments}>
        {open.map((comment) => (
          <Comment key={comment.number} comment={comment} />
        ))}
      </ol>
      {open.length < comments.length && <p className={styles.soft}>{words.more(comments.length - open.length)}</p>}
    </>
  );
}

function Comment({ comment: { number, at, text: said, answer } }: { readonly comment: PlanComment }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  return (
    <li>
      <p className={styles.soft}>
        {words.number(number)} · <time dateTime={at}>{formatTime(at, locale)}</time>
      </p>
      <p className={styles.said}>{said}</p>
      {answer && (
        <div className={styles.answer}>
          <strong>{words.answer}</strong>
          <p className={styles.said}>{answer}</p>
        </div>
      )}
    </li>
  );
}
