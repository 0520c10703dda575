import { text } from '#packages/kernel';
import { formatDay, useLocale, useWords } from '#packages/web-kit';
import { ButtonLink, Card, Stack } from '#packages/web-kit/ui';
import type { GridNotice } from '../../core/api.ts';
import { useNotices } from './notices.ts';
import styles from './places.module.css';

const WORDS = {
  title: text('网格调整公示', 'A change of the grids is on notice'),
  until: (day: string) => text(`公示到 ${day}，之前可以提意见`, `Open for comments until ${day}`),
  streets: (names: string) => text(`涉及：${names}`, `Concerns: ${names}`),
  mine: text('您的网格在调整范围内', 'Your grid is among those that change'),
  open: text('看看调整了什么', 'See what changes'),
};

/** Notices that run now; nothing where there is none. `mine`: the remembered grid. */
export function GridNotices({ mine }: { readonly mine: string | null }) {
  const { data: notices = [] } = useNotices();
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} isMine={mine !== null && notice.changed.includes(mine)} />
      ))}
    </div>
  );
}

function NoticeCard({ notice, isMine }: { readonly notice: GridNotice; readonly isMine: boolean }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { id, name, streets, notice: days } = notice;
  const heading = `notice-${id}`;
  return (
    <Card tone="water" labelledBy={heading}>
      <Stack gap={2}>
        <h2 id={heading} className={styles.noticeTitle}>
          {words.title}
        </h2>
        <p className={styles.noticeName}>
          <strong>{name}</strong>
          {isMine && <span className={styles.mine}>{words.mine}</span>}
        </p>
        <p className={styles.soft}>
          {days && words.until(formatDay(days.until, locale))}
          {streets.length > 0 &&
            ` · ${words.streets(streets.map((street) => street.name).join(locale === 'zh' ? '、' : ', '))}`}
        </p>
        <div>
          <ButtonLink to={`/grid-plans/${id}`} look="primary" icon="map">
            {words.open}
          </ButtonLink>
        </div>
      </Stack>
    </Card>
  );
}
