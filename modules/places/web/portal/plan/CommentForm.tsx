import { useState } from 'react';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useWords } from '#packages/web-kit';
import type { LonLat } from '#packages/web-kit/map';
import { Button, Card, Checkbox, Notice, ProblemNotice, Stack, TextArea } from '#packages/web-kit/ui';
import type { PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';
import { useSendComment } from './query.ts';

const WORDS = {
  title: text('我来提意见', 'Comment on it'),
  lead: (day: string) =>
    text(
      `不用注册。${day} 以前都可以提；每条意见都会有人答复。`,
      `No account is needed. You may comment until ${day}; each comment is answered.`,
    ),
  label: text('您的意见', 'Your comment'),
  hint: text(
    '请不要写姓名、电话等个人信息。答复后，意见可能和答复一起公开。',
    'Please leave out names, telephone numbers and the like. Once answered, it may be published with the answer.',
  ),
  place: text('附上我在地图上点的位置', 'Attach the place that I tapped on the map'),
  placeHint: text(
    '公开时位置也会公开；是自己家的话可以不附。',
    'It is published with the comment: leave it out if it is your home.',
  ),
  noPlace: text('想指明地点的话，先在地图上点一下。', 'To point at a place, tap on the map first.'),
  send: text('提交意见', 'Send'),
  sent: (n: number) => text(`收到了，您的意见是第 ${n} 条`, `Thank you: your comment is no. ${n}`),
  sentMore: text('答复以后，可以在这个页面看到。', 'Once it is answered, you will find it on this page.'),
  another: text('再提一条', 'Write another'),
};

const LIMIT = 500;

interface Props {
  readonly plan: PlanPage;
  /** The place that was tapped on the map. */
  readonly place: LonLat | null;
}

/** The box for comments, with or without an account. */
export function CommentForm({ plan, place }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const [said, setSaid] = useState('');
  const [withPlace, setWithPlace] = useState(false);
  const send = useSendComment(plan.id);
  const submit = () =>
    send.mutate(
      { text: said.trim(), ...(withPlace && place && { place: { lon: place.lon, lat: place.lat } }) },
      { onSuccess: () => setSaid('') },
    );
  return (
    <Card labelledBy="my-comment" tone="water">
      <Stack gap={3}>
        <h2 id="my-comment">{words.title}</h2>
        {send.data ? (
          <>
            <Notice tone="good" title={words.sent(send.data.number)}>
              <p>{words.sentMore}</p>
            </Notice>
            <div>
              <Button onClick={() => send.reset()}>{words.another}</Button>
            </div>
          </>
        ) : (
          <>
            {plan.notice && <p>{words.lead(formatDay(plan.notice.until, locale))}</p>}
            <TextArea label={words.label} hint={words.hint} limit={LIMIT} rows={4} value={said} onChange={setSaid} />
            {place ? (
              <Checkbox label={words.place} hint={words.placeHint} checked={withPlace} onChange={setWithPlace} />
            ) : (
              <p className={styles.soft}>{words.noPlace}</p>
            )}
            {send.error && <ProblemNotice error={send.error} />}
            <div>
              <Button look="primary" busy={send.isPending} disabled={said.trim() === ''} onClick={submit}>
                {words.send}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Card>
  );
}
