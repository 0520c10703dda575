import { Tag } from 'antd';
import { type Text, text } from '#packages/kernel';
import { useText } from '#packages/web-kit';
import type { ImportPage } from '../../../core/api.ts';

type Stage = ImportPage['stage'];

const STAGES: Record<Stage, { readonly label: Text; readonly colour: string | undefined }> = {
  previewed: { label: text('待确认', 'To be confirmed'), colour: 'gold' },
  running: { label: text('导入中', 'Running'), colour: 'cyan' },
  done: { label: text('已导入', 'Imported'), colour: 'green' },
  failed: { label: text('未导入', 'Not imported'), colour: 'red' },
};

export function ImportStage({ stage }: { readonly stage: Stage }) {
  const say = useText();
  const { label, colour } = STAGES[stage];
  return (
    <Tag color={colour} variant="filled">
      {say(label)}
    </Tag>
  );
}
