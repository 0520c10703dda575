import { Mark, type MarkTone } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useText } from '#packages/web-kit';
import type { ImportPage } from '../../../core/api.ts';

type Stage = ImportPage['stage'];

const STAGES: Record<Stage, { readonly label: Text; readonly tone: MarkTone }> = {
  previewed: { label: text('待确认', 'To be confirmed'), tone: 'waits' },
  running: { label: text('导入中', 'Running'), tone: 'runs' },
  done: { label: text('已导入', 'Imported'), tone: 'good' },
  failed: { label: text('未导入', 'Not imported'), tone: 'bad' },
};

export function ImportStage({ stage }: { readonly stage: Stage }) {
  const say = useText();
  const { label, tone } = STAGES[stage];
  return <Mark tone={tone}>{say(label)}</Mark>;
}
