import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';
import { useAnswer } from './use-step.ts';

const WORDS = {
  label: text('答复内容', 'Answer'),
  release: text('意见和答复一起公开', 'Publish the comment and the answer together'),
  why: text(
    '意见中有个人信息或伤害他人的话时不要公开。',
    'Do not publish a comment that holds personal details or hurts somebody.',
  ),
  send: text('提交答复', 'Send the answer'),
  cancel: text('取消', 'Cancel'),
  done: text('答复：已记录', 'Answer: recorded'),
};

const MOST = 1000;

interface Props {
  readonly plan: PlanPage;
  /** Number of the comment. */
  readonly comment: number;
  readonly onDone: () => void;
}

/** The answer to a comment, and whether both are made public. */
export function AnswerForm({ plan: { id, version }, comment, onDone }: Props) {
  const words = useWords(WORDS);
  const { message } = App.useApp();
  const [answer, setAnswer] = useState('');
  const [release, setRelease] = useState(true);
  const send = useAnswer(id, () => {
    message.success(words.done);
    onDone();
  });
  const field = `answer-${comment}`;
  return (
    <Form layout="vertical" component="div" className={styles.answerForm}>
      <Form.Item label={words.label} htmlFor={field}>
        <Input.TextArea
          id={field}
          value={answer}
          maxLength={MOST}
          showCount
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Form.Item>
      <Form.Item extra={words.why}>
        <Checkbox checked={release} onChange={(event) => setRelease(event.target.checked)}>
          {words.release}
        </Checkbox>
      </Form.Item>
      {send.error && <ProblemNotice error={send.error} />}
      <div className={styles.buttons}>
        <Button
          type="primary"
          loading={send.isPending}
          disabled={answer.trim() === ''}
          onClick={() => send.mutate({ comment, answer: answer.trim(), release, version })}
        >
          {words.send}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </Form>
  );
}
