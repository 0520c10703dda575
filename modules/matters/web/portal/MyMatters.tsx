import { useQuery } from '@tanstack/react-query';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ButtonLink, Empty, Loaded } from '#packages/web-kit/ui';
import { matters } from './api.ts';
import styles from './around/around.module.css';
import { MatterCard } from './MatterCard.tsx';

const WORDS = {
  none: text('您还没有用这个账号反映过事情', 'You have not reported anything with this account'),
  report: text('我要反映', 'Report something'),
};

/** Matters that the signed-in person reported. */
export function MyMatters() {
  const words = useWords(WORDS);
  const query = useQuery({ queryKey: ['my', 'matters'], queryFn: () => matters('GET /api/my/matters') });
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty icon="pen" title={words.none}>
            <ButtonLink to="/report" look="warm">
              {words.report}
            </ButtonLink>
          </Empty>
        ) : (
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.code}>
                <MatterCard matter={row} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
