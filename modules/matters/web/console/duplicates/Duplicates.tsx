import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { v4 as newTransaction } from 'uuid';
import { Link } from 'wouter';
import { Answered, Blank, ProblemNotice, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { LikelyPair } from '../../../core/duplicates-api.ts';
import { matters, POLL } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import styles from './duplicates.module.css';

const WORDS = {
  title: text('疑似重复', 'Likely duplicates'),
  why: text(
    '地点相近、文字相似的未办结事项，由工作人员判断。合并后只留一个时限，反映人合并计算，两个追踪码都有效。',
    'Open matters that are near and alike in words; people judge. After merging one clock is left, the reporters are added up, and both codes stay alive.',
  ),
  none: text('没有疑似重复的事项', 'No likely duplicates'),
  earlier: text('先报', 'Earlier'),
  later: text('后报', 'Later'),
  apart: (metres: number) => text(`相距约 ${metres} 米`, `about ${metres} m apart`),
  reporters: (n: number) => text(`${n} 人反映`, n === 1 ? '1 reporter' : `${n} reporters`),
  merge: text('是同一件，合并', 'The same: merge'),
  sure: text('把后报的并入先报的？', 'Merge the later into the earlier?'),
  sureWhy: text(
    '合并会记入两个事项的公开流程，不能撤销。',
    'It is told in both public timelines and cannot be undone.',
  ),
  yes: text('合并', 'Merge'),
  no: text('取消', 'Cancel'),
  part: text('不是同一件', 'Two things'),
  merged: text('已合并', 'Merged'),
  parted: text('已记录，不再提示', 'Recorded, not shown again'),
};

const KEY = ['duplicates'];

/** Pairs that may be one thing, to be merged or parted. */
export default function Duplicates() {
  const words = useWords(WORDS);
  const pairs = useQuery({ queryKey: KEY, queryFn: () => matters('GET /api/duplicates'), refetchInterval: POLL });
  return (
    <Screen title={words.title} layout="wide">
      <p className={styles.why}>{words.why}</p>
      <Answered query={pairs} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Blank title={words.none} />
          ) : (
            <ul className={styles.pairs}>
              {rows.map((pair) => (
                <Pair key={`${pair.later.code} ${pair.earlier.code}`} pair={pair} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Screen>
  );
}

function useDecisions({ later, earlier }: LikelyPair) {
  const words = useWords(WORDS);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const done = (said: string) => async () => {
    message.success(said);
    await Promise.all([KEY, ['inbox'], ['matters']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const merge = useMutation({
    mutationFn: () =>
      matters('POST /api/matters/:code/merge', {
        params: { code: later.code },
        body: { transaction: newTransaction(), version: later.version, into: earlier.code },
      }),
    onSuccess: done(words.merged),
  });
  const part = useMutation({
    mutationFn: () => matters('POST /api/duplicates/part', { body: { later: later.code, earlier: earlier.code } }),
    onSuccess: done(words.parted),
  });
  return { merge, part };
}

function Pair({ pair }: { readonly pair: LikelyPair }) {
  const words = useWords(WORDS);
  const { merge, part } = useDecisions(pair);
  const error = merge.error ?? part.error;
  return (
    <li className={styles.pair}>
      <Side side={pair.earlier} label={words.earlier} />
      <Side side={pair.later} label={words.later} />
      <div className={styles.decide}>
        <span className={styles.apart}>{words.apart(pair.metres)}</span>
        <Button loading={part.isPending} onClick={() => part.mutate()}>
          {words.part}
        </Button>
        <Popconfirm
          title={words.sure}
          description={words.sureWhy}
          okText={words.yes}
          cancelText={words.no}
          onConfirm={() => merge.mutate()}
        >
          <Button type="primary" loading={merge.isPending}>
            {words.merge}
          </Button>
        </Popconfirm>
      </div>
      {error && <ProblemNotice error={error} />}
    </li>
  );
}

function Side({ side, label }: { readonly side: LikelyPair['later']; readonly label: string }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { code, category, grid, excerpt, reportedAt, supporters } = side;
  return (
    <div className={styles.side}>
      <p>
        <span>{label}</span> <Link href={`/matters/${code}`}>{say(nameOfCategory(category))}</Link>
      </p>
      <p className={styles.said}>{excerpt}</p>
      <small>
        {grid} · {formatTime(reportedAt, locale)} · {words.reporters(supporters)}
      </small>
    </div>
  );
}
