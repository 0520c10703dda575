import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answered, Blank, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../access/contract.ts';
import type { Load } from '../../core/api.ts';
import { canApply, canSeeAll } from '../../core/policy.ts';
import { feeInWords, GRIDS, hoursInWords } from '../words.ts';
import { DutyTable } from './DutyTable.tsx';
import styles from './duties.module.css';
import { useApplications, useList } from './use-duties.ts';

const WORDS = {
  title: text('网格化服务管理事项清单', 'List of duties of grid workers'),
  why: text(
    '清单以外的事项不得直接安排网格员协助或者办理；部门先申请，区中心审核，公布后生效，每项都有期限和费用。',
    'What is not on the list may not be assigned to grid workers. Departments apply, the district centre reviews; each item has a term and a fee.',
  ),
  list: text('清单', 'The list'),
  review: (n: number) => text(n > 0 ? `待审核（${n}）` : '待审核', n > 0 ? `To review (${n})` : 'To review'),
  mine: text('本单位的申请', 'Our applications'),
  all: text('全部申请', 'All applications'),
  apply: text('申请准入', 'Apply for admission'),
  emptyList: text('清单上还没有事项', 'Nothing is on the list yet'),
  none: text('没有申请', 'No applications'),
};

type Shown = 'list' | 'review' | 'applications';

/** The list for everybody; to a department its applications, to the grid body what it has to review. */
export default function Duties() {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const [, navigate] = useLocation();
  const [shown, setShown] = useState<Shown>('list');
  const applications = useApplications();
  const seesAll = actor.grants.some(({ area }) => canSeeAll(actor, area));
  const waiting = (applications.data ?? []).filter(({ standing }) => standing === 'applied').length;
  const options: { value: Shown; label: string }[] = [{ value: 'list', label: words.list }];
  if (seesAll) options.push({ value: 'review', label: words.review(waiting) });
  if (seesAll || canApply(actor)) options.push({ value: 'applications', label: seesAll ? words.all : words.mine });
  return (
    <Screen
      title={words.title}
      layout="wide"
      extra={
        canApply(actor) && (
          <Button type="primary" onClick={() => navigate('/duties/apply')}>
            {words.apply}
          </Button>
        )
      }
    >
      <p className={styles.why}>{words.why}</p>
      {options.length > 1 && (
        <Segmented
          aria-label={words.title}
          className={styles.tabs}
          value={shown}
          onChange={setShown}
          options={options}
        />
      )}
      {shown === 'list' ? <List /> : <Applications waiting={shown === 'review'} />}
    </Screen>
  );
}

function Applications({ waiting }: { readonly waiting: boolean }) {
  const words = useWords(WORDS);
  return (
    <Answered query={useApplications()}>
      {(all) => {
        const rows = waiting ? all.filter(({ standing }) => standing === 'applied') : all;
        return rows.length === 0 ? <Blank title={words.none} /> : <DutyTable rows={rows} />;
      }}
    </Answered>
  );
}

function List() {
  const words = useWords(WORDS);
  return (
    <Answered query={useList()} rows={8}>
      {({ items, load }) =>
        items.length === 0 ? (
          <Blank title={words.emptyList} />
        ) : (
          <>
            <div className={styles.loads}>
              {load.map((one) => (
                <LoadCard key={one.kind} load={one} />
              ))}
            </div>
            <DutyTable rows={items} />
          </>
        )
      }
    </Answered>
  );
}

const LOAD = {
  hours: text('每格每月工时', 'Hours a month in a grid'),
  more: (items: number, fee: string) => text(`${items} 项，部门付费 ${fee}`, `${items} items, departments pay ${fee}`),
  grids: (n: number) => text(`${n} 个网格`, `${n} grids`),
};

/** What the list asks of one grid of a kind. */
function LoadCard({ load: { kind, grids, items, hours, fee } }: { readonly load: Load }) {
  const words = useWords(LOAD);
  const say = useText();
  return (
    <section className={styles.load}>
      <h2>
        {say(GRIDS[kind])} <span>{words.grids(grids)}</span>
      </h2>
      <p>
        <b>{say(hoursInWords(hours))}</b> {words.hours}
      </p>
      <p>{words.more(items, say(feeInWords(fee)))}</p>
    </section>
  );
}
