import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Answered, Blank, Mark, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import { STANDINGS, type Standing } from '../../../core/chronic/decision.ts';
import type { ChronicPage, ChronicRow } from '../../../core/chronic-api.ts';
import { importScope } from '../../../core/policy.ts';
import { matters } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import styles from '../tables.module.css';
import { DecideSheet } from './DecideSheet.tsx';

const WORDS = {
  title: text('反复发生', 'Coming back'),
  why: ({ times, months, metres }: ChronicPage['rule']) =>
    text(
      `同一地点（${metres} 米内）同类事项在 ${months} 个月内办结后又发生，累计 ${times} 次以上。只看地点和类别，不涉及任何人。`,
      `The same kind of matter at the same place (within ${metres} m) that came back after it was closed, ${times} times or more in ${months} months. Places and kinds only, never people.`,
    ),
  all: text('全部', 'All'),
  none: text('没有反复发生的地点', 'Nothing keeps coming back'),
  what: text('类别和地点', 'Kind and place'),
  times: text('次数', 'Times'),
  timesOf: (times: number, all: number) => text(`${times} 次（共 ${all} 件）`, `${times} times (${all} matters)`),
  period: text('期间', 'Between'),
  standing: text('研判', 'Judged'),
  again: text('研判后又发生', 'came back since'),
  decide: text('研判', 'Judge'),
};

type Shown = Standing | 'all';
const TONES: Record<Standing, 'waits' | 'good' | 'rests' | 'bad'> = {
  open: 'waits',
  proposed: 'good',
  watched: 'rests',
  dismissed: 'rests',
};

/** Where the same trouble comes back, and what is to become of it. */
export default function ChronicPlaces() {
  const words = useWords(WORDS);
  const say = useText();
  const [shown, setShown] = useState<Shown>('open');
  const [chosen, setChosen] = useState<ChronicRow | null>(null);
  const scope = importScope(useActor() as Person);
  const places = useQuery({
    queryKey: ['chronic', shown],
    queryFn: () => matters('GET /api/chronic-places', { query: shown === 'all' ? {} : { standing: shown } }),
  });
  const standings = (Object.keys(STANDINGS) as Standing[]).map((value) => ({ value, label: say(STANDINGS[value]) }));
  return (
    <Screen title={words.title} layout="wide">
      {places.data && <p className={styles.why}>{words.why(places.data.rule)}</p>}
      <div className={styles.bar}>
        <Segmented<Shown>
          aria-label={words.standing}
          value={shown}
          onChange={setShown}
          options={[...standings, { value: 'all', label: words.all }]}
        />
      </div>
      <Answered query={places} rows={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={words.none} />
          ) : (
            <Table rows={rows} onChoose={scope.length > 0 ? setChosen : undefined} />
          )
        }
      </Answered>
      {chosen && <DecideSheet place={chosen} onClose={() => setChosen(null)} />}
    </Screen>
  );
}

interface TableProps {
  readonly rows: readonly ChronicRow[];
  readonly onChoose?: (row: ChronicRow) => void;
}

function Table({ rows, onChoose }: TableProps) {
  const words = useWords(WORDS);
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-stacked>
        <thead>
          <tr>
            {[words.what, words.times, words.period, words.standing, ''].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, onChoose }: { readonly row: ChronicRow } & Pick<TableProps, 'onChoose'>) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { category, grid, times, matters: all, firstAt, lastAt, standing, reason, again } = row;
  return (
    <tr>
      <td>
        <b>{say(nameOfCategory(category))}</b>
        <small>{grid}</small>
      </td>
      <td className={styles.nowrap} data-label={words.times}>
        {words.timesOf(times, all)}
      </td>
      <td className={styles.nowrap} data-label={words.period}>
        {formatDay(firstAt, locale)} – {formatDay(lastAt, locale)}
      </td>
      <td>
        <Mark tone={TONES[standing]}>{say(STANDINGS[standing])}</Mark> {again && <Mark tone="bad">{words.again}</Mark>}
        {reason && <small>{reason}</small>}
      </td>
      <td>{onChoose && <Button onClick={() => onChoose(row)}>{words.decide}</Button>}</td>
    </tr>
  );
}
