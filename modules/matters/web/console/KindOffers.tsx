import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { SURENESS, surenessOf } from '../../core/suggest/sureness.ts';
import { matters } from './api.ts';
import { nameOfCategory } from './category-names.ts';
import styles from './kind-offers.module.css';

const WORDS = {
  suggested: text('从文字看：', 'From the words:'),
  because: (found: string) => text(`因为：${found}`, `because of: ${found}`),
};

const LEAST_SIGNS = 4;

interface Props {
  readonly text: string;
  readonly value: string | undefined;
  readonly onChange: (category: string) => void;
}

/** The three kinds that the words speak for, how surely, and which words counted; a person decides. */
export function KindOffers({ text: asked, value, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { data: offers = [] } = useQuery({
    queryKey: ['suggest', asked],
    queryFn: () => matters('POST /api/categories/suggest', { body: { text: asked } }),
    enabled: asked.length >= LEAST_SIGNS,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (offers.length === 0) return null;
  return (
    <fieldset className={styles.offers} aria-label={words.suggested}>
      <span className={styles.lead}>{words.suggested}</span>
      {offers.map(({ category, confidence, words: spoken }) => (
        <Button
          key={category}
          className={styles.offer}
          aria-pressed={category === value}
          type={category === value ? 'primary' : 'default'}
          onClick={() => onChange(category)}
        >
          <span>
            {say(nameOfCategory(category))} <i>{say(SURENESS[surenessOf(confidence)])}</i>
          </span>
          <small>{words.because(spoken.join('、'))}</small>
        </Button>
      ))}
    </fieldset>
  );
}
