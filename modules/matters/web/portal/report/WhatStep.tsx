import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Stack, TextArea } from '#packages/web-kit/ui';
import { TEXT_LIMIT } from './draft.ts';
import { Photos } from './Photos.tsx';
import { Similar } from './Similar.tsx';
import type { StepProps } from './use-draft.ts';

const WORDS = {
  label: text('发生了什么？', 'What is it?'),
  hint: text(
    '说清什么事、多久了、影响到谁、希望怎样解决。请不要写身份证号等个人信息。',
    'What it is, since when, whom it affects, what you would like. Please leave out identity numbers and the like.',
  ),
};

/** Second step: the words and the photos; and, while one writes, who has told the same already. */
export function WhatStep({ draft, change }: StepProps) {
  const words = useWords(WORDS);
  return (
    <Stack gap={5}>
      <TextArea
        label={words.label}
        hint={words.hint}
        value={draft.text}
        limit={TEXT_LIMIT}
        onChange={(written) => change({ text: written })}
      />
      <Similar draft={draft} />
      <Photos photos={draft.photos} onChange={(photos) => change({ photos })} />
    </Stack>
  );
}
