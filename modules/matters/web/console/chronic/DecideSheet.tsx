import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { v4 as newTransaction } from 'uuid';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Decision, STANDINGS } from '../../../core/chronic/decision.ts';
import type { ChronicRow } from '../../../core/chronic-api.ts';
import { matters } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';

const WORDS = {
  title: text('研判', 'Judge'),
  standing: text('怎样处理', 'What is to become of it'),
  reason: text('理由', 'Reason'),
  reasonHint: text(
    '会记入台账。请写情况和打算，不写任何人的姓名。',
    'It is recorded. Say how it stands and what is planned; name nobody.',
  ),
  cancel: text('取消', 'Cancel'),
  save: text('记录', 'Record'),
  done: text('已记录', 'Recorded'),
};

const REASON_LIMIT = 1000;
const DECISIONS = (Object.keys(STANDINGS) as (keyof typeof STANDINGS)[]).filter((key) => key !== 'open');

interface Props {
  readonly place: ChronicRow;
  readonly onClose: () => void;
}

/** One decision about one place, with its reason. */
export function DecideSheet({ place, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [transaction] = useState(() => newTransaction());
  const [standing, setStanding] = useState<Decision>('proposed');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      matters('POST /api/chronic-places/:id/decide', {
        params: { id: place.id },
        body: { transaction, decisions: place.decisions, standing, reason: reason.trim() },
      }),
    onSuccess: () => {
      message.success(words.done);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['chronic'] }),
  });
  return (
    <Sheet
      open
      title={`${words.title}：${say(nameOfCategory(place.category))}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" loading={save.isPending} disabled={reason.trim() === ''} onClick={() => save.mutate()}>
            {words.save}
          </Button>
        </>
      }
    >
      {save.error && <ProblemNotice error={save.error} />}
      <p>{place.grid}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={words.standing} required>
          <Radio.Group
            aria-label={words.standing}
            vertical
            value={standing}
            onChange={(event) => setStanding(event.target.value as Decision)}
            options={DECISIONS.map((value) => ({ value, label: say(STANDINGS[value]) }))}
          />
        </Form.Item>
        <Form.Item label={words.reason} htmlFor="reason" required extra={words.reasonHint}>
          <Input.TextArea
            id="reason"
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={REASON_LIMIT}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Sheet>
  );
}
