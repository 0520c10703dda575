import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useWords } from '#packages/web-kit';
import { useCategoryName } from '../api.ts';
import { keptReports } from '../kept-keys.ts';
import styles from './track.module.css';

const WORDS = {
  mine: text('这台设备上的反映', 'Reports made on this device'),
  joined: text('同诉', 'joined'),
};

/** What was reported or joined on this device; nothing where nothing was. */
export function KeptList() {
  const words = useWords(WORDS);
  const locale = useLocale();
  const nameOf = useCategoryName();
  const kept = keptReports();
  if (kept.length === 0) return null;
  return (
    <section className={styles.kept} aria-labelledby="kept">
      <h2 id="kept">{words.mine}</h2>
      <ul>
        {kept.map(({ code, category, at, key }) => (
          <li key={code}>
            <Link to={`/track/${code}`} className={styles.keptLink}>
              {nameOf(category) || code}
            </Link>
            <span>
              {code} · {formatDay(at, locale)}
              {key === undefined && ` · ${words.joined}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
