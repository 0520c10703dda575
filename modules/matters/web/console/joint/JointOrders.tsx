import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answered, Blank, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { PartRow } from '../../../core/joint-api.ts';
import { sightOf } from '../../../core/policy.ts';
import { matters, POLL } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import { partState } from '../matter/JointOrder.tsx';
import styles from '../tables.module.css';
import { Assessment } from './Assessment.tsx';

const WORDS = {
  title: text('联合办理', 'Joint orders'),
  why: text(
    '街道或社区吹哨，几个单位报到：各有任务、各自计时，全部反馈后责任单位才能办结。',
    'A street or community whistles and several units come: each has its task and its clock; the matter is finished when all have reported.',
  ),
  open: text('待反馈', 'To be reported on'),
  all: text('全部', 'All'),
  assessment: text('双向评估', 'Both sides'),
  none: text('没有待反馈的任务', 'No part is owed'),
  unit: text('报到单位和任务', 'Unit and task'),
  matter: text('事项', 'Matter'),
  by: text('吹哨单位', 'Whistler'),
  lead: text('责任单位', 'Responsible unit'),
  state: text('反馈', 'Report'),
};

type Shown = 'open' | 'all' | 'assessment';

/** Parts of joint orders of my units and areas, and how both sides did, by unit. */
export default function JointOrders() {
  const words = useWords(WORDS);
  const actor = useActor();
  const [shown, setShown] = useState<Shown>('open');
  const options: { value: Shown; label: string }[] = [
    { value: 'open', label: words.open },
    { value: 'all', label: words.all },
  ];
  if (sightOf(actor as Person).areas.length > 0) options.push({ value: 'assessment', label: words.assessment });
  return (
    <Screen title={words.title} layout="wide">
      <p className={styles.why}>{words.why}</p>
      <div className={styles.bar}>
        <Segmented aria-label={words.title} value={shown} onChange={setShown} options={options} />
      </div>
      {shown === 'assessment' ? <Assessment /> : <Parts open={shown === 'open'} />}
    </Screen>
  );
}

function Parts({ open }: { readonly open: boolean }) {
  const words = useWords(WORDS);
  const parts = useQuery({
    queryKey: ['joint-orders', open],
    queryFn: () => matters('GET /api/joint-orders', { query: open ? { open } : {} }),
    refetchInterval: POLL,
  });
  return (
    <Answered query={parts} rows={8}>
      {(rows) =>
        rows.length === 0 ? (
          <Blank title={words.none} />
        ) : (
          <div className={styles.frame}>
            <table className={styles.table} data-stacked>
              <thead>
                <tr>
                  {[words.unit, words.matter, words.by, words.lead, words.state].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Part key={`${row.code} ${row.whistledAt} ${row.unit.id}`} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Answered>
  );
}

function Part({ row }: { readonly row: PartRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { tone, words: state } = partState(row, (iso) => formatTime(iso, locale));
  return (
    <tr>
      <td>
        <b>{row.unit.name}</b>
        <small>{row.task}</small>
      </td>
      <td>
        <Link href={`/matters/${row.code}`}>{say(nameOfCategory(row.category))}</Link>
        <small>{row.grid}</small>
      </td>
      <td data-label={words.by}>{row.by}</td>
      <td data-label={words.lead}>{row.lead}</td>
      <td className={styles.state} data-tone={tone}>
        {say(state)}
      </td>
    </tr>
  );
}
