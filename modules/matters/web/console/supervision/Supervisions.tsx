import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answered, Blank, Mark, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import type { MatterRow } from '../../../core/api.ts';
import { LEVELS, type Level, TRIGGERS } from '../../../core/supervision.ts';
import { matters, POLL } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import { supervisionState } from '../matter/SupervisionNote.tsx';
import styles from '../tables.module.css';

const WORDS = {
  title: text('督办', 'Supervision'),
  why: text(
    '推诿、超时、未解决、重办、多人多次反映的，由规则自动催办；不按时回复的逐级提高。也可以在事项里人工发起。',
    'What is refused, overdue, unsolved, reopened or brought by many is asked about by rule; without an answer in time the level rises. It can be raised by hand on each matter.',
  ),
  open: text('待回复', 'To be answered'),
  all: text('全部', 'All'),
  none: text('没有待回复的督办', 'Nothing waits for an answer'),
  matter: text('事项', 'Matter'),
  level: text('级别', 'Level'),
  trigger: text('事由', 'Why'),
  unit: text('责任单位', 'Unit'),
  asked: text('发起', 'Raised'),
  answer: text('回复', 'Answer'),
};

export const LEVEL_TONES: Record<Level, 'waits' | 'bad'> = { urge: 'waits', supervise: 'bad', listed: 'bad' };

/** What units are asked to answer for, those that owe an answer first. */
export default function Supervisions() {
  const words = useWords(WORDS);
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const list = useQuery({
    queryKey: ['supervision', shown],
    queryFn: () => matters('GET /api/supervision', { query: shown === 'open' ? { open: true } : {} }),
    refetchInterval: POLL,
  });
  return (
    <Screen title={words.title} layout="wide">
      <p className={styles.why}>{words.why}</p>
      <div className={styles.bar}>
        <Segmented
          aria-label={words.title}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'open', label: words.open },
            { value: 'all', label: words.all },
          ]}
        />
      </div>
      <Answered query={list} rows={8}>
        {(rows) => (rows.length === 0 ? <Blank title={words.none} /> : <Table rows={rows} />)}
      </Answered>
    </Screen>
  );
}

function Table({ rows }: { readonly rows: readonly MatterRow[] }) {
  const words = useWords(WORDS);
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-stacked>
        <thead>
          <tr>
            {[words.matter, words.level, words.trigger, words.unit, words.asked, words.answer].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row: { code, category, grid, unit, supervision } }: { readonly row: MatterRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  if (!supervision) return null;
  const { level, trigger, at, overdue, answeredAt } = supervision;
  const tone = answeredAt !== null ? 'good' : overdue ? 'bad' : 'calm';
  return (
    <tr>
      <td>
        <Link href={`/matters/${code}`}>
          <b>{say(nameOfCategory(category))}</b>
        </Link>
        <small>
          {grid.street} {gridName(grid)}
        </small>
      </td>
      <td>
        <Mark tone={LEVEL_TONES[level]}>{say(LEVELS[level])}</Mark>
      </td>
      <td>{say(TRIGGERS[trigger])}</td>
      <td>{unit?.name}</td>
      <td className={styles.nowrap} data-label={words.asked}>
        {formatTime(at, locale)}
      </td>
      <td className={styles.state} data-tone={tone}>
        {say(supervisionState(supervision, (iso) => formatTime(iso, locale)))}
      </td>
    </tr>
  );
}
