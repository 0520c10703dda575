import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { CategoryField } from '../actions/choice-fields.tsx';
import { matters } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import styles from './report.module.css';

const WORDS = {
  suggested: text('从文字看可能是：', 'The words suggest:'),
  because: (words: string) => text(`依据“${words}”`, `because of “${words}”`),
};

const PAUSE = 600;

/** The value once it has been still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Props {
  readonly text: string;
  readonly value: string | undefined;
  readonly onChange: (category: string) => void;
}

/** The kind: suggested from the words, decided by the person. */
export function KindField({ text: body, value, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const asked = useSettled(body.trim());
  const suggestions = useQuery({
    queryKey: ['suggest', asked],
    queryFn: () => matters('POST /api/categories/suggest', { body: { text: asked } }),
    enabled: asked.length >= 4,
    placeholderData: (before) => before,
  });
  const found = suggestions.data ?? [];
  return (
    <>
      <CategoryField value={value} onChange={onChange} />
      {found.length > 0 && (
        <p className={styles.suggested}>
          <span>{words.suggested}</span>
          {found.map(({ category, words: spoken }) => (
            <Button
              key={category}
              aria-pressed={category === value}
              type={category === value ? 'primary' : 'default'}
              title={words.because(spoken.join('、'))}
              onClick={() => onChange(category)}
            >
              {say(nameOfCategory(category))}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}
