import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import { JoinButton } from '../JoinButton.tsx';
import { MatterCard } from '../MatterCard.tsx';
import type { Draft } from './draft.ts';
import styles from './report.module.css';
import { farOf } from './WhereStep.tsx';

const WORDS = {
  title: text('附近正在办的事，看看有没有同一件', 'Open matters nearby: is it one of these?'),
  lead: text(
    '如果是同一件，点“我也遇到了”就行，不用重复填写；同诉的人越多，大家看得越清楚。',
    'If so, tap “Me too” and nothing more has to be filled in; it shows how many people it concerns.',
  ),
  away: (metres: string) => text(`距图钉约 ${metres}`, `about ${metres} from the pin`),
};

const WORDS_SENT = 500;
/** Fewer signs say nothing yet. */
const LEAST_SIGNS = 4;
const PAUSE = 350;

/** The value once nobody has typed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const SHOWN = 3;

/** Open matters near the pin and alike in words. Nothing is shown where there is none, or while it cannot be known. */
export function Similar({ draft }: { readonly draft: Draft }) {
  const words = useWords(WORDS);
  const { place, category } = draft;
  const written = useSettled(draft.text.trim().slice(0, WORDS_SENT));
  const { data = [] } = useQuery({
    queryKey: ['similar', place, category, written],
    enabled: place !== null && written.length >= LEAST_SIGNS,
    placeholderData: (before) => before,
    queryFn: () =>
      matters('GET /api/similar', {
        query: { lon: place!.lon, lat: place!.lat, text: written, ...(category && { category }) },
      }),
  });
  return (
    <div aria-live="polite">
      {data.length > 0 && (
        <section className={styles.similar} aria-labelledby="similar">
          <h2 id="similar">{words.title}</h2>
          <p className={styles.hint}>{words.lead}</p>
          <ul className={styles.list}>
            {data.slice(0, SHOWN).map((row) => (
              <li key={row.code}>
                <MatterCard matter={row} note={words.away(farOf(row.metres))}>
                  <JoinButton code={row.code} category={row.category} />
                </MatterCard>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
