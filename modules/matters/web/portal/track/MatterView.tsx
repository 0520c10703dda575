import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { formatDistance, formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { placeName } from '#packages/web-kit/map';
import { Card, Icon, Notice, Page, Stack } from '#packages/web-kit/ui';
import type { TrackPage } from '../../../core/api.ts';
import { matterProcedure } from '../../../core/lifecycle.ts';
import { CLOCKS } from '../../../core/terms.ts';
import { useCategoryName } from '../api.ts';
import { JoinButton } from '../JoinButton.tsx';
import { StageBadge } from '../StageBadge.tsx';
import { Looks, Mine } from './Mine.tsx';
import { ReporterActions } from './ReporterActions.tsx';
import { StageLine } from './StageLine.tsx';
import { NOW } from './sentences.ts';
import { Timeline } from './Timeline.tsx';
import styles from './track.module.css';

const WORDS = {
  matter: text('事项', 'Matter'),
  now: text('现在', 'Now'),
  who: text('负责单位', 'Responsible'),
  until: text('时限', 'Term'),
  overdue: (time: string) =>
    text(`已超过时限（${time}），系统已提示督办`, `Overdue since ${time}: marked for supervision`),
  due: (time: string, distance: string) => text(`最迟 ${time}（${distance}）`, `By ${time} (${distance})`),
  paused: text('暂缓期间时限不走', 'The clock stands still while it is paused'),
  provisional: text(
    '那一年的放假安排尚未公布，日期为估算，公布后自动更新。',
    'The public holidays of that year are not announced yet: the date is an estimate and will be corrected.',
  ),
  nobody: text('尚未确定', 'Not decided yet'),
  grid: text('所在网格', 'Grid'),
  reported: text('反映时间', 'Reported'),
  supporters: text('反映人数', 'People'),
  people: (n: number) => text(`${n} 人`, String(n)),
  into: text('并入的事项', 'Merged into'),
  text: text('公开的内容', 'Published words'),
  history: text('办理过程', 'What happened'),
  joinTitle: text('您也遇到了同样的事？', 'The same happens to you?'),
  verify: text('查看留痕记录，自己核验', 'See the recorded entries and verify them'),
};

/** A matter as its tracking page shows it. */
export function MatterView({ page }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const nameOf = useCategoryName();
  const { code, category, stage, timeline, mine } = page;
  const joinable = mine === null && matterProcedure.table[stage].join !== undefined;
  return (
    <Page
      title={nameOf(category) || words.matter}
      lead={
        <p className={styles.lead}>
          <span className={styles.code}>{code}</span>
          <StageBadge stage={stage} />
        </p>
      }
    >
      <Stack gap={5}>
        <Card>
          <StageLine stage={stage} timeline={timeline} />
          <Current page={page} />
        </Card>
        <ReporterActions page={page} />
        <div className={styles.columns}>
          <Stack>
            <Timeline timeline={timeline} title={words.history} nameOf={nameOf} />
            {mine && <Mine code={code} mine={mine} />}
          </Stack>
          <Stack>
            <Card>
              <Facts page={page} />
            </Card>
            {page.text && (
              <Card labelledBy="published">
                <h2 id="published" className={styles.small}>
                  {words.text}
                </h2>
                <p className={styles.words}>{page.text}</p>
              </Card>
            )}
            {mine && <Looks looks={mine.looks} />}
            {joinable && (
              <Card tone="warm">
                <Stack gap={3}>
                  <strong>{words.joinTitle}</strong>
                  <div>
                    <JoinButton code={code} category={category} />
                  </div>
                </Stack>
              </Card>
            )}
            <Link to={`/track/${code}/entries`} className={styles.verify}>
              <Icon name="chain" size={20} />
              {words.verify}
            </Link>
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

function Current({ page: { stage, unit, clock, into } }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <div className={styles.now}>
      <p className={styles.nowWord}>{words.now}</p>
      <p className={styles.nowText}>{say(NOW[stage](unit))}</p>
      {into && (
        <p>
          {words.into}：<Link to={`/track/${into}`}>{into}</Link>
        </p>
      )}
      {clock && <Clock clock={clock} />}
    </div>
  );
}

function Clock({ clock }: { readonly clock: NonNullable<TrackPage['clock']> }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { kind, dueAt, overdue, paused, provisional } = clock;
  const time = formatTime(dueAt, locale);
  return (
    <div className={styles.clock} data-late={overdue}>
      <p>
        <Icon name="clock" size={20} />
        <span>
          <strong>{say(CLOCKS[kind])}</strong>{' '}
          {paused ? words.paused : overdue ? words.overdue(time) : words.due(time, formatDistance(dueAt, locale))}
        </span>
      </p>
      {provisional && <Notice tone="caution">{words.provisional}</Notice>}
    </div>
  );
}

function Facts({ page: { unit, grid, reportedAt, endedAt, supporters } }: { readonly page: TrackPage }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const rows: readonly (readonly [string, string])[] = [
    ...(unit !== null || endedAt === null ? [[words.who, unit ?? words.nobody] as const] : []),
    [words.grid, placeName(grid)],
    [words.reported, formatTime(reportedAt, locale)],
    [words.supporters, words.people(supporters)],
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
