import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { v4 as newTransaction } from 'uuid';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import { useChange } from './use-catalogue.ts';

const WORDS = {
  title: text('发布派单目录', 'Publish the catalogue'),
  hint: text(
    '从这一天起派单按这一版；此前已派的事项不受影响。发布后不能再改。',
    'From that day on dispatches follow this version; what was dispatched before is not touched. It cannot be changed afterwards.',
  ),
  from: text('生效日期', 'In force from'),
  note: text('这一版改了什么', 'What this version changes'),
  cancel: text('取消', 'Cancel'),
  publish: text('发布', 'Publish'),
};

const DAY = 86_400_000;
const today = () => new Date(Date.now() + DAY / 3).toISOString().slice(0, 10);

/** From when, and what changes. */
export function Publish({ version, onClose }: { readonly version: number; readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const [from, setFrom] = useState(today);
  const [note, setNote] = useState('');
  const [transaction] = useState(() => newTransaction());
  const publish = useChange(
    () =>
      matters('POST /api/catalogues/:version/publish', {
        params: { version },
        body: { transaction, from, note: note.trim() },
      }),
    onClose,
  );
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="primary"
            disabled={note.trim() === '' || from === ''}
            loading={publish.isPending}
            onClick={() => publish.mutate(undefined)}
          >
            {words.publish}
          </Button>
        </>
      }
    >
      <p>{words.hint}</p>
      {publish.error && <ProblemNotice error={publish.error} />}
      <Form layout="vertical" component="div">
        <Form.Item label={words.from} htmlFor="from" required>
          <Input id="from" type="date" min={today()} value={from} onChange={(event) => setFrom(event.target.value)} />
        </Form.Item>
        <Form.Item label={words.note} htmlFor="publish-note" required>
          <Input.TextArea
            id="publish-note"
            value={note}
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Sheet>
  );
}
