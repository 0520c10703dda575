import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, Card, Notice, ProblemNotice, Row, Stack, TextArea } from '#packages/web-kit/ui';
import type { TrackPage } from '../../../core/api.ts';
import { useReporterAction } from './query.ts';
import { Rate } from './Rate.tsx';
import styles from './track.module.css';

const WORDS = {
  answered: text('您的评价', 'Your answer'),
  solved: text('问题已解决', 'Solved'),
  unsolved: text('问题没有解决', 'Not solved'),
  satisfied: text('对办理满意', 'satisfied with how it was handled'),
  unsatisfied: text('对办理不满意', 'not satisfied with how it was handled'),
  reopen: text('要求重新办理', 'Ask to reopen it'),
  reopenHint: text(
    '结案后 30 天内可以要求重办，由原单位继续负责。',
    'Within 30 days of the closure; the same unit stays responsible.',
  ),
  reason: text('哪里没有办好？', 'What is not done?'),
  cancel: text('不了', 'No'),
  withdraw: text('撤回反映', 'Withdraw the report'),
  withdrawSure: text(
    '撤回后不再办理，记录会保留。确定撤回吗？',
    'It will no longer be handled; the record stays. Withdraw it?',
  ),
  yes: text('确定撤回', 'Withdraw it'),
};

const REASON_LIMIT = 1000;

/** What the reporter may do now; nothing for others. */
export function ReporterActions({ page }: { readonly page: TrackPage }) {
  const may = new Set(page.possible.map(({ action }) => action));
  return (
    <>
      {page.answer && <Answered answer={page.answer} />}
      {may.has('answer') && page.answer === null && <Rate page={page} />}
      {may.has('reopen') && <Reopen page={page} />}
      {may.has('withdraw') && <Withdraw page={page} />}
    </>
  );
}

function Answered({ answer: { solved, satisfied } }: { readonly answer: NonNullable<TrackPage['answer']> }) {
  const words = useWords(WORDS);
  return (
    <Notice tone={solved && satisfied ? 'good' : 'info'} title={words.answered}>
      {solved ? words.solved : words.unsolved} · {satisfied ? words.satisfied : words.unsatisfied}
    </Notice>
  );
}

function Reopen({ page }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const send = useReporterAction(page);
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{words.reopen}</Button>
      </div>
    );
  }
  return (
    <Card>
      <Stack>
        <TextArea
          label={words.reason}
          hint={words.reopenHint}
          rows={4}
          limit={REASON_LIMIT}
          value={reason}
          onChange={setReason}
        />
        {send.error && <ProblemNotice error={send.error} />}
        <Row>
          <Button
            look="warm"
            busy={send.isPending}
            disabled={reason.trim() === ''}
            onClick={() => send.mutate({ action: 'reopen', body: { reason: reason.trim() } })}
          >
            {words.reopen}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Withdraw({ page }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const [asked, setAsked] = useState(false);
  const send = useReporterAction(page);
  return (
    <div className={styles.withdraw}>
      {!asked && (
        <Button look="quiet" onClick={() => setAsked(true)}>
          {words.withdraw}
        </Button>
      )}
      {asked && (
        <Notice tone="caution">
          <Stack gap={3}>
            <p>{words.withdrawSure}</p>
            {send.error && <ProblemNotice error={send.error} />}
            <Row>
              <Button look="warm" busy={send.isPending} onClick={() => send.mutate({ action: 'withdraw', body: {} })}>
                {words.yes}
              </Button>
              <Button onClick={() => setAsked(false)}>{words.cancel}</Button>
            </Row>
          </Stack>
        </Notice>
      )}
    </div>
  );
}
