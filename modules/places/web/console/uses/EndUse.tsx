import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { GridUse } from '../../../core/api.ts';
import { dayIn } from '../../../core/day.ts';
import { places } from '../api.ts';

const WORDS = {
  title: text('停止使用网格', 'End the use of the grid'),
  until: text('到哪天为止', 'Through which day'),
  cancel: text('取消', 'Cancel'),
  send: text('停止使用', 'End it'),
  done: text('已停止', 'Ended'),
};

interface Props {
  readonly use: GridUse;
  readonly onClose: () => void;
}

/** The last day on which a department works on the grid. */
export function EndUse({ use: { id, since }, onClose }: Props) {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [until, setUntil] = useState(dayIn(new Date()));
  const end = useMutation({
    mutationFn: () => places('POST /api/grid-uses/:id/end', { params: { id }, body: { until } }),
    onSuccess: async () => {
      message.success(words.done);
      onClose();
      await queries.invalidateQueries({ queryKey: ['grid-uses'] });
    },
  });
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" loading={end.isPending} disabled={until === ''} onClick={() => end.mutate()}>
            {words.send}
          </Button>
        </>
      }
    >
      {end.error && <ProblemNotice error={end.error} />}
      <Form layout="vertical" component="div">
        <Form.Item label={words.until} htmlFor="use-until">
          <Input
            id="use-until"
            type="date"
            min={since}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Sheet>
  );
}
