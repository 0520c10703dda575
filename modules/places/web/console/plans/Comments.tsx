import { EnvironmentOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Answered, Blank, Mark } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useWords } from '#packages/web-kit';
import { MapView } from '#packages/web-kit/map';
import type { PlanComment, PlanPage } from '../../../core/api.ts';
import { places } from '../api.ts';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './plan.module.css';

const WORDS = {
  title: text('居民意见', 'Comments of residents'),
  none: text('还没有意见。', 'No comments yet.'),
  before: text(
    '公示以后，居民可以在门户网站上提意见。',
    'Residents may comment on the portal once the plan is on notice.',
  ),
  count: (total: number, unanswered: number) =>
    text(`共 ${total} 条，${unanswered} 条待答复`, `${total} in all, ${unanswered} to answer`),
  number: (n: number) => text(`第 ${n} 条`, `No. ${n}`),
  waits: text('待答复', 'to answer'),
  released: text('已公开', 'Public'),
  kept: text('未公开', 'Not public'),
  answered: (time: string) => text(`${time} 答复`, `answered ${time}`),
  answer: text('答复', 'Answer'),
  place: text('看位置', 'Show the place'),
  map: text('意见所指的位置', 'Where the comment points to'),
};

/** Comments with their places, answers and whether they are public; to be answered by whoever may. */
export function Comments({ plan }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const { id, version } = plan;
  const comments = useQuery({
    queryKey: ['plan-comments', id, version],
    queryFn: () => places('GET /api/grid-plans/:id/comments', { params: { id } }),
    enabled: plan.notice !== null,
  });
  return (
    <section className={styles.block} aria-label={words.title}>
      <div className={styles.blockHead}>
        <h2>{words.title}</h2>
        {plan.comments.total > 0 && (
          <span className={styles.soft}>{words.count(plan.comments.total, plan.comments.unanswered)}</span>
        )}
      </div>
      {plan.notice === null ? (
        <Blank title={words.before} />
      ) : (
        <Answered query={comments}>
          {(all) =>
            all.length === 0 ? (
              <Blank title={words.none} />
            ) : (
              <ol className={styles.comments}>
                {all.map((comment) => (
                  <Comment key={comment.number} plan={plan} comment={comment} />
                ))}
              </ol>
            )
          }
        </Answered>
      )}
    </section>
  );
}

interface CommentProps {
  readonly plan: PlanPage;
  readonly comment: PlanComment;
}

function Comment({ plan, comment }: CommentProps) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const [shown, setShown] = useState<'answer' | 'place' | null>(null);
  const { number, at, text: said, place, answer, answered, released } = comment;
  const mayAnswer = answered === null && plan.possible.some(({ action }) => action === 'answer');
  const toggle = (part: 'answer' | 'place') => setShown(shown === part ? null : part);
  return (
    <li>
      <p className={styles.commentHead}>
        <b>{words.number(number)}</b>
        <time dateTime={at}>{formatTime(at, locale)}</time>
        {answered === null ? (
          <Mark tone="waits">{words.waits}</Mark>
        ) : (
          <Mark tone={released ? 'good' : 'rests'}>
            {released ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />}
            &nbsp;{released ? words.released : words.kept}
          </Mark>
        )}
      </p>
      <p className={styles.said}>{said}</p>
      {answer && answered && (
        <div className={styles.answer}>
          <span>{words.answered(formatTime(answered, locale))}</span>
          <p>{answer}</p>
        </div>
      )}
      <div className={styles.buttons}>
        {mayAnswer && (
          <Button aria-expanded={shown === 'answer'} onClick={() => toggle('answer')}>
            {words.answer}
          </Button>
        )}
        {place && (
          <Button
            type="text"
            icon={<EnvironmentOutlined aria-hidden />}
            aria-expanded={shown === 'place'}
            onClick={() => toggle('place')}
          >
            {words.place}
          </Button>
        )}
      </div>
      {shown === 'place' && place && <MapView label={words.map} className={styles.smallMap} pin={place} />}
      {shown === 'answer' && <AnswerForm plan={plan} comment={number} onDone={() => setShown(null)} />}
    </li>
  );
}
