import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { Answered, Blank, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDay, formatTime, loadPlatform, type Platform, useLocale, useText, useWords } from '#packages/web-kit';
import { calendarNotice } from './calendar-notice.ts';
import { type Checkpoint, download, loadCheckpoints } from './checkpoints.ts';
import styles from './settings.module.css';

const WORDS = {
  title: text('设置与关于', 'Settings'),
  installation: text('本系统', 'This installation'),
  district: text('辖区', 'District'),
  version: text('版本', 'Version'),
  demo: text('演示数据', 'Demo data'),
  demoYes: text('是，人员和事项均为虚构', 'Yes: people and matters are made up'),
  tiles: text('底图', 'Base map'),
  own: text('仅本区自有数据', 'Own data only'),
  review: text('审图号', 'Map review no.'),
  calendar: text('工作日历', 'Working calendar'),
  knownUntil: text('放假安排已知至', 'Holidays known until'),
  ledger: text('账本存证', 'Ledger'),
  hash: text('摘要算法', 'Hash algorithm'),
  why: text(
    '每天生成一个存证点。任何人下载保存后，都能核验此前的记录有没有被改动。',
    'A checkpoint is made each day. Whoever keeps one can verify that nothing recorded before has been changed.',
  ),
  none: text('还没有存证点，第一个将在明天零点后生成。', 'No checkpoint yet: the first is made after midnight.'),
  all: text('全部下载（JSON）', 'Download all (JSON)'),
  one: (number: number) => text(`下载第 ${number} 号存证点`, `Download checkpoint ${number}`),
  number: (number: number) => text(`第 ${number} 号`, `No. ${number}`),
  entries: (n: number) => text(`${n} 条记录`, `${n} entries`),
};

/** The installation, its calendar, and the checkpoints of the ledger to take away. */
export default function Settings() {
  const words = useWords(WORDS);
  const platform = useQuery({ queryKey: ['platform'], queryFn: loadPlatform, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Screen title={words.title}>
      <div className={styles.cards}>
        <Answered query={platform}>
          {(known) => (
            <>
              <Installation platform={known} />
              <Calendar knownUntil={known.calendarKnownUntil} />
              <Ledger hash={known.hash} />
            </>
          )}
        </Answered>
      </div>
    </Screen>
  );
}

function Installation({ platform }: { readonly platform: Platform }) {
  const words = useWords(WORDS);
  const { district, version, demo, tiles, mapReview } = platform;
  return (
    <Card title={words.installation}>
      <dl className={styles.facts}>
        <dt>{words.district}</dt>
        <dd>
          {district.name}（{district.code}）
        </dd>
        <dt>{words.version}</dt>
        <dd>{version}</dd>
        {demo && (
          <>
            <dt>{words.demo}</dt>
            <dd>{words.demoYes}</dd>
          </>
        )}
        <dt>{words.tiles}</dt>
        <dd>{tiles === null ? words.own : new URL(tiles.replace(/\{.*$/, '')).hostname}</dd>
        {mapReview && (
          <>
            <dt>{words.review}</dt>
            <dd>{mapReview}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}

function Calendar({ knownUntil }: { readonly knownUntil: string }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const notice = calendarNotice(knownUntil, new Date());
  return (
    <Card title={words.calendar}>
      <dl className={styles.facts}>
        <dt>{words.knownUntil}</dt>
        <dd>{formatDay(knownUntil, locale)}</dd>
      </dl>
      <Alert type={notice.urgent ? 'warning' : 'info'} showIcon title={say(notice.text)} />
    </Card>
  );
}

function Ledger({ hash }: { readonly hash: string }) {
  const words = useWords(WORDS);
  const checkpoints = useQuery({ queryKey: ['checkpoints'], queryFn: loadCheckpoints });
  const all = checkpoints.data ?? [];
  return (
    <Card
      title={words.ledger}
      extra={
        all.length > 0 && (
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => download(all, 'checkpoints.json')}>
            {words.all}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>{words.hash}</dt>
        <dd>{hash.toUpperCase().replace('SHA', 'SHA-')}</dd>
      </dl>
      <p className={styles.why}>{words.why}</p>
      <Answered query={checkpoints}>
        {(list) =>
          list.length === 0 ? (
            <Blank title={words.none} />
          ) : (
            <ul className={styles.checkpoints}>
              {list.map((checkpoint) => (
                <Row key={checkpoint.number} checkpoint={checkpoint} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

function Row({ checkpoint }: { readonly checkpoint: Checkpoint }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { number, from, to, entries, hash } = checkpoint;
  return (
    <li>
      <b>{words.number(number)}</b>
      <span>
        {formatTime(from, locale)} – {formatTime(to, locale)}
      </span>
      <span>{words.entries(entries)}</span>
      <code title={hash}>{hash}</code>
      <Button
        type="text"
        icon={<DownloadOutlined aria-hidden />}
        aria-label={words.one(number)}
        onClick={() => download(checkpoint, `checkpoint-${number}.json`)}
      />
    </li>
  );
}
