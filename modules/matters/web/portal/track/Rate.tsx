import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, Card, Choices, ProblemNotice, Stack, TextArea } from '#packages/web-kit/ui';
import type { TrackPage } from '../../../core/api.ts';
import { useReporterAction } from './query.ts';
import styles from './track.module.css';

const WORDS = {
  title: text('请您评价', 'Tell us how it was'),
  lead: text('两个问题分开回答，如实反映就好。', 'Two separate questions; just say how it is.'),
  solved: text('问题解决了吗？', 'Is the problem solved?'),
  solvedYes: text('解决了', 'Yes, solved'),
  solvedNo: text('没解决', 'No'),
  satisfied: text('对办理过程满意吗？', 'Are you satisfied with how it was handled?'),
  satisfiedYes: text('满意', 'Satisfied'),
  satisfiedNo: text('不满意', 'Not satisfied'),
  words: text('想说的话', 'In your words'),
  optional: text('（选填，不公开）', '(optional, not public)'),
  send: text('提交评价', 'Send'),
};

const WORDS_LIMIT = 500;

const answerOf = (value: string | null): boolean | null => (value === null ? null : value === 'yes');

/** Solved or not, satisfied or not: two questions, since one does not follow from the other. */
export function Rate({ page }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const send = useReporterAction(page);
  const [solved, satisfied] = [answerOf(first), answerOf(second)];
  const submit = () => {
    if (solved === null || satisfied === null) return;
    const more = said.trim();
    send.mutate({ action: 'answer', body: { solved, satisfied, ...(more && { words: more }) } });
  };
  const yesNo = (yes: string, no: string) => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
  return (
    <Card tone="water" labelledBy="rate">
      <Stack>
        <div>
          <h2 id="rate" className={styles.small}>
            {words.title}
          </h2>
          <p>{words.lead}</p>
        </div>
        <Choices
          inline
          legend={words.solved}
          options={yesNo(words.solvedYes, words.solvedNo)}
          value={first}
          onChange={setFirst}
        />
        <Choices
          inline
          legend={words.satisfied}
          options={yesNo(words.satisfiedYes, words.satisfiedNo)}
          value={second}
          onChange={setSecond}
        />
        <TextArea
          label={words.words}
          mark={words.optional}
          rows={3}
          limit={WORDS_LIMIT}
          value={said}
          onChange={setSaid}
        />
        {send.error && <ProblemNotice error={send.error} />}
        <div>
          <Button
            look="primary"
            busy={send.isPending}
            disabled={solved === null || satisfied === null}
            onClick={submit}
          >
            {words.send}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
