import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatDistance, useLocale, useText, useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import { StageTag } from '../StageTag.tsx';
import type { Draft } from './draft.ts';
import styles from './report.module.css';

const WORDS = {
  title: text('附近有相似的事项，先看看是不是同一件', 'Similar matters nearby: perhaps it is the same'),
  metres: (n: number) => text(`约 ${n} 米`, `about ${n} m`),
};

const QUERY_LIMIT = 500;

/** Open matters nearby that are alike, so that one thing is not recorded twice. */
export function Similar({ draft: { place, category, text: body } }: { readonly draft: Draft }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const asked = body.trim().slice(0, QUERY_LIMIT);
  const similar = useQuery({
    queryKey: ['similar', place, category, asked.length >> 3],
    queryFn: () =>
      matters('GET /api/similar', {
        query: { ...place!, ...(category && { category }), ...(asked && { text: asked }) },
      }),
    enabled: place !== null && category !== undefined,
  });
  const found = similar.data ?? [];
  if (found.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.title}
      description={
        <ul className={styles.similar}>
          {found.map(({ code, category: kind, stage, metres, reportedAt, text: released }) => (
            <li key={code}>
              <Link href={`/matters/${code}`} target="_blank">
                {say(nameOfCategory(kind))}
              </Link>{' '}
              <StageTag stage={stage} />
              <small>
                {words.metres(metres)} · {formatDistance(reportedAt, locale)}
              </small>
              {released && <p>{released}</p>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
