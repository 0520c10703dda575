import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { v4 as newTransaction } from 'uuid';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { DutyPage } from '../../core/api.ts';
import { ACTIONS, type Action } from '../../core/lifecycle.ts';
import { URGENT_DAYS } from '../../core/rules.ts';
import { staffing } from './api.ts';
import { ItemFields, isComplete } from './ItemFields.tsx';
import { useStep } from './use-duties.ts';

const WORDS = {
  cancel: text('取消', 'Cancel'),
  done: (deed: string) => text(`${deed}：已记录`, `${deed}: recorded`),
  from: text('生效日期', 'In effect from'),
  exitFrom: text('自这一天起退出', 'Off the list from'),
  until: text('期限（最后一天）', 'Term (last day)'),
  reason: text('理由', 'Reason'),
};

const HINTS: Partial<Record<Action, Text>> = {
  admit: text(
    '列入清单并公布；到期自动退出。',
    'It is put on the list and published; it leaves it when its term ends.',
  ),
  return: text(
    '写明要补什么、改什么，部门修改后可以重报。',
    'Say what is missing: the department may submit it again.',
  ),
  exit: text(
    '退出后不得再安排网格员办理；理由会公开。',
    'From then on it may not be assigned; the reason is published.',
  ),
  withdraw: text('撤回后可以重新申请。', 'It may be applied for again.'),
};

const DAY = 86_400_000;
const inDays = (n: number) => new Date(Date.now() + DAY / 3 + n * DAY).toISOString().slice(0, 10);

interface Props {
  readonly page: DutyPage;
  readonly action: Action;
  readonly onClose: () => void;
}

/** One step of an item: what it needs to know. */
export function StepSheet({ page, action, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { message } = App.useApp();
  const [transaction] = useState(() => newTransaction());
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState(inDays(action === 'admit' && !page.urgent ? 1 : 0));
  const [until, setUntil] = useState(inDays(page.urgent ? URGENT_DAYS - 1 : 365));
  const [item, setItem] = useState(page.item);
  const deed = say(ACTIONS[action].label);
  const facts = { admit: { from, until }, return: { reason }, exit: { from, reason }, resubmit: { item } }[
    action as 'admit'
  ];
  const step = useStep(
    () =>
      staffing(`POST /api/duties/:id/${action as 'withdraw'}`, {
        params: { id: page.id },
        body: { transaction, version: page.version, ...facts },
      }),
    () => {
      message.success(words.done(deed));
      onClose();
    },
  );
  const needsReason = action === 'return' || action === 'exit';
  const complete = (!needsReason || reason.trim() !== '') && (action !== 'resubmit' || isComplete(item));
  const hint = HINTS[action];
  return (
    <Sheet
      open
      width={action === 'resubmit' ? 680 : 560}
      title={deed}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={!complete} loading={step.isPending} onClick={() => step.mutate(undefined)}>
            {deed}
          </Button>
        </>
      }
    >
      {step.error && <ProblemNotice error={step.error} />}
      {hint && <p>{say(hint)}</p>}
      <Form layout="vertical" component="div">
        {action === 'resubmit' && <ItemFields item={item} onChange={setItem} />}
        {(action === 'admit' || action === 'exit') && (
          <DayField id="from" label={action === 'exit' ? words.exitFrom : words.from} value={from} onChange={setFrom} />
        )}
        {action === 'admit' && <DayField id="until" label={words.until} value={until} onChange={setUntil} />}
        {needsReason && (
          <Form.Item label={words.reason} htmlFor="reason" required>
            <Input.TextArea
              id="reason"
              maxLength={500}
              showCount
              autoSize={{ minRows: 3, maxRows: 8 }}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
    </Sheet>
  );
}

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const DayField = ({ id, label, value, onChange }: DayProps) => (
  <Form.Item label={label} htmlFor={id} required>
    <Input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
  </Form.Item>
);
