import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { Card, Icon } from '#packages/web-kit/ui';
import { ROLES, type Role } from '../../../../access/contract.ts';
import type { TrackPage } from '../../../core/api.ts';
import { keyOf } from '../kept-keys.ts';
import styles from './track.module.css';

const WORDS = {
  title: text('我反映的内容', 'What I reported'),
  only: text('只有您和办理人员能看到', 'Seen only by you and by those who handle it'),
  place: text('地点说明', 'The place in words'),
  photo: (n: number) => text(`第 ${n} 张照片，点击看大图`, `Photo ${n}, opens large`),
  looks: text('谁看过我的联系方式', 'Who looked at my contact details'),
  nobody: text('还没有人查看过。', 'Nobody has looked so far.'),
};

interface Props {
  readonly code: string;
  readonly mine: NonNullable<TrackPage['mine']>;
}

function photoUrl(id: string, code: string, size: 'small' | 'full'): string {
  const key = keyOf(code);
  return `/api/photos/${id}?size=${size}${key ? `&key=${encodeURIComponent(key)}` : ''}`;
}

/** What only the reporter sees: their own words and their photos. */
export function Mine({ code, mine }: Props) {
  const words = useWords(WORDS);
  return (
    <Card labelledBy="mine">
      <h2 id="mine" className={styles.small}>
        {words.title}
      </h2>
      <p className={styles.only}>
        <Icon name="lock" size={16} /> {words.only}
      </p>
      <p className={styles.words}>{mine.text}</p>
      {mine.address && (
        <p className={styles.address}>
          {words.place}：{mine.address}
        </p>
      )}
      {mine.photos.length > 0 && (
        <ul className={styles.photos}>
          {mine.photos.map((id, i) => (
            <li key={id}>
              <a href={photoUrl(id, code, 'full')} target="_blank" rel="noreferrer">
                <img src={photoUrl(id, code, 'small')} alt={words.photo(i + 1)} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Each look at the contact details: when, who by role and unit, what for. */
export function Looks({ looks }: Pick<Props['mine'], 'looks'>) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const roleOf = (role: string) => (role in ROLES ? say(ROLES[role as Role]) : role);
  return (
    <Card labelledBy="looks">
      <h2 id="looks" className={styles.small}>
        {words.looks}
      </h2>
      {looks.length === 0 && <p>{words.nobody}</p>}
      <ul className={styles.looks}>
        {looks.map(({ at, role, unit, purpose }) => (
          <li key={`${at} ${purpose}`}>
            <time dateTime={at}>{formatTime(at, locale)}</time>
            <p>
              {[unit, roleOf(role)].filter(Boolean).join(' · ')}：{purpose}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
