import { useQuery } from '@tanstack/react-query';
import { type Text, text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { Empty, Loaded } from '#packages/web-kit/ui';
import { ROLES } from '../../contract.ts';
import styles from './access.module.css';
import { access } from './api.ts';

const WORDS = {
  none: text('还没有人查看过您的个人信息', 'Nobody has looked at your personal details so far'),
};

const WHAT: Record<string, Text> = { contact: text('联系方式', 'contact details') };

/** Who looked at my data: each look with its role, unit and purpose. */
export function MyLooks() {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const query = useQuery({ queryKey: ['my', 'looks'], queryFn: () => access('GET /api/my/looks') });
  const wordFor = (what: string) => (what in WHAT ? say(WHAT[what]) : what);
  return (
    <Loaded query={query}>
      {(looks) =>
        looks.length === 0 ? (
          <Empty icon="eye" title={words.none} />
        ) : (
          <ul className={styles.looks}>
            {looks.map(({ at, role, organisation, what, purpose }) => (
              <li key={`${at} ${purpose}`}>
                <time dateTime={at}>{formatTime(at, locale)}</time>
                <p>
                  {[organisation, say(ROLES[role]), wordFor(what)].filter(Boolean).join(' · ')}：{purpose}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
