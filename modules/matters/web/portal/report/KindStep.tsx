import { useMemo, useState } from 'react';
import { type Text, text } from '#packages/kernel';
import { useLocale, useWords } from '#packages/web-kit';
import { Button, Choices, Loaded, Select, Skeleton, Stack } from '#packages/web-kit/ui';
import { suggestKinds } from '../../../core/suggest/model.ts';
import { SURENESS, surenessOf } from '../../../core/suggest/sureness.ts';
import { useCategories, useCategoryName } from '../api.ts';
import { Similar } from './Similar.tsx';
import type { StepProps } from './use-draft.ts';
import { useKindModel } from './use-kind-model.ts';

const WORDS = {
  suggested: text('根据您写的内容，可能是：', 'From your words, it may be:'),
  because: (sure: Text, found: string) => text(`${sure.zh} · 因为：${found}`, `${sure.en} · because of: ${found}`),
  other: text('都不是，从全部类别中选', 'None of these: choose from all'),
  all: text('事情的类别', 'Kind of matter'),
  choose: text('请选择', 'Choose'),
  unsure: text(
    '拿不准也没关系，工作人员受理时会核对。',
    'If in doubt, choose the nearest: staff check it when they accept.',
  ),
};

/**
 * Third step: the kind, suggested by the words and decided by the person; and others who told the same already. The words are weighed on
 * the phone itself.
 */
export function KindStep({ draft, change }: StepProps) {
  const words = useWords(WORDS);
  const nameOf = useCategoryName();
  const written = draft.text;
  const model = useKindModel();
  const suggestions = useMemo(() => model.data && suggestKinds(model.data, written), [model.data, written]);
  const [all, setAll] = useState(false);
  const offered = suggestions ?? [];
  const elsewhere = draft.category !== null && !offered.some(({ category }) => category === draft.category);
  const listed = all || elsewhere || suggestions?.length === 0 || model.isError;
  return (
    <Stack gap={5}>
      {model.isLoading && <Skeleton lines={3} />}
      {offered.length > 0 && (
        <Choices
          legend={words.suggested}
          value={draft.category}
          onChange={(category) => change({ category })}
          options={offered.map((offer) => ({
            value: offer.category,
            label: nameOf(offer.category),
            hint: words.because(SURENESS[surenessOf(offer.confidence)], offer.words.join('、')),
          }))}
        />
      )}
      {listed ? (
        <AllKinds draft={draft} change={change} />
      ) : (
        offered.length > 0 && (
          <div>
            <Button look="quiet" onClick={() => setAll(true)}>
              {words.other}
            </Button>
          </div>
        )
      )}
      <Similar draft={draft} />
    </Stack>
  );
}

function AllKinds({ draft, change }: StepProps) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const categories = useCategories();
  return (
    <Loaded query={categories} lines={2}>
      {(tree) => (
        <Select
          label={words.all}
          hint={words.unsure}
          none={words.choose}
          value={draft.category ?? ''}
          onChange={(category) => change({ category: category || null })}
          groups={tree.map(({ name, kinds }) => ({
            label: name[locale],
            options: kinds.map((kind) => ({ value: kind.code, label: kind.name[locale] })),
          }))}
        />
      )}
    </Loaded>
  );
}
