import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { ButtonLink, Loaded, Notice, Page } from '#packages/web-kit/ui';
import { ACTIONS, type Action } from '../../../core/lifecycle.ts';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import { matters } from '../api.ts';
import styles from './track.module.css';

const WORDS = {
  title: text('留痕记录', 'Recorded entries'),
  lead: text(
    '每一步办理都按顺序记入账本，每条记录带着前一条的指纹（哈希）。谁改动过任何一条，后面的指纹就对不上。',
    'Each step is appended to a ledger, and each entry carries the fingerprint (hash) of the one before it. Whoever changes one breaks all that follow.',
  ),
  how: text('怎样自己核验', 'How to verify it yourself'),
  howText: text(
    '下载原始记录，按公布的规则逐条重新计算哈希，再与每日公布的检查点对照。私密内容不在记录里，只有它的封存指纹。',
    'Download the raw entries, recompute each hash by the published rule, and compare with the daily checkpoints. Private words are not in the entries, only their sealed fingerprint.',
  ),
  download: text('下载原始记录（JSON）', 'Download the raw entries (JSON)'),
  checkpoints: text('每日检查点', 'Daily checkpoints'),
  back: text('返回事项', 'Back to the matter'),
  joined: text('与前一条相连', 'Linked to the entry before'),
  broken: text('与前一条对不上', 'Does not fit the entry before'),
  first: text('第一条', 'The first entry'),
  chain: (n: number) =>
    text(`共 ${n} 条，前后相连，没有缺口。`, `${n} entries, each linked to the one before, no gap.`),
};

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly action: Action;
  readonly hash: string;
  readonly previous: string;
}

const isLinked = (entries: readonly Entry[], i: number) => i === 0 || entries[i].previous === entries[i - 1].hash;

/** `/track/:code/entries`: the chain as it is recorded, for whoever wants to verify it. */
export default function EntriesScreen() {
  const words = useWords(WORDS);
  const { code: typed = '' } = useParams<{ code: string }>();
  const code = readTrackingCode(typed) ?? typed;
  const query = useQuery({
    queryKey: ['entries', code],
    queryFn: async () =>
      (await matters('GET /api/track/:code/ledger', { params: { code } })) as unknown as readonly Entry[],
  });
  return (
    <Page title={words.title} lead={words.lead}>
      <div className={styles.gap}>
        <ButtonLink to={`/track/${code}`} icon="back">
          {words.back}
        </ButtonLink>
      </div>
      <Loaded query={query} lines={6}>
        {(entries) => <Chain entries={entries} />}
      </Loaded>
      <section className={styles.kept} aria-labelledby="how">
        <h2 id="how">{words.how}</h2>
        <p>{words.howText}</p>
        <p className={styles.links}>
          <a className={styles.linkLine} href={`/api/track/${code}/ledger`}>
            {words.download}
          </a>
          <a className={styles.linkLine} href="/api/ledger/checkpoints">
            {words.checkpoints}
          </a>
        </p>
      </section>
    </Page>
  );
}

function Chain({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  return (
    <>
      {entries.every((_, i) => isLinked(entries, i)) && <Notice tone="good">{words.chain(entries.length)}</Notice>}
      <ol className={styles.chain}>
        {entries.map((entry, i) => (
          <li key={entry.seq} data-linked={isLinked(entries, i)}>
            <p>
              <strong>
                {entry.seq}. {say(ACTIONS[entry.action].label)}
              </strong>{' '}
              <time dateTime={entry.at}>{formatTime(entry.at, locale)}</time>
            </p>
            <p className={styles.hash}>{entry.hash}</p>
            <p className={styles.link}>{i === 0 ? words.first : isLinked(entries, i) ? words.joined : words.broken}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
