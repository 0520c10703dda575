import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answered, Blank, Mark, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { GridUse } from '../../../core/api.ts';
import { dayIn } from '../../../core/day.ts';
import { canRegisterGridUse, isDepartmentOnly } from '../../../core/policy.ts';
import { noSecondDivision } from '../../../core/rules.ts';
import { places } from '../api.ts';
import { useDistrict } from '../plans/use-plans.ts';
import { departmentsOf } from './departments.ts';
import { EndUse } from './EndUse.tsx';
import { RegisterUse } from './RegisterUse.tsx';
import styles from './uses.module.css';

const WORDS = {
  title: text('一网通用', 'One grid for all'),
  lead: text(
    '各部门依托同一张网格开展工作，在这里登记：谁在用、做什么、从哪天起。登记对公众公开。',
    'Departments work on the same grid and say so here: who, for what, since when. Everybody may read it.',
  ),
  instead: text('可以这样做：', 'What is possible instead:'),
  register: text('登记本部门依托网格开展的工作', 'Register what your department does on the grid'),
  propose: text(
    '认为网格需要调整的，向街道提出建议，由街道拟定调整方案',
    'Propose a change to the street, which draws a plan',
  ),
  dedicated: text(
    '园区、市场、楼宇等可以由街道划为专属网格，与主管部门共同管理',
    'Parks, markets and office buildings may become dedicated grids, managed together with the department',
  ),
  uses: text('正在使用网格的部门', 'Departments that work on the grid'),
  ended: text('已停止', 'Ended'),
  none: text('还没有部门登记', 'No department has registered yet'),
  since: (day: string) => text(`${day} 起`, `since ${day}`),
  until: (from: string, day: string) => text(`${from} 至 ${day}`, `${from} to ${day}`),
  end: text('停止使用', 'End it'),
  areas: text('查看网格', 'See the grids'),
};

/** `/grid-uses`: which departments work on the one grid; a department registers its own use and ends it. */
export default function GridUses() {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const district = useDistrict();
  const uses = useQuery({ queryKey: ['grid-uses'], queryFn: () => places('GET /api/grid-uses') });
  const mayRegister = departmentsOf(actor).length > 0;
  const isEnded = ({ until }: GridUse) => until !== null && until <= dayIn(new Date());
  return (
    <Screen title={words.title}>
      <div className={styles.stack}>
        <p className={styles.soft}>{words.lead}</p>
        {district && isDepartmentOnly(actor, district) && <NoSecondDivision />}
        {mayRegister && <RegisterUse />}
        <Answered query={uses}>
          {(all) => (
            <>
              <Uses title={words.uses} none={words.none} uses={all.filter((use) => !isEnded(use))} />
              <Uses title={words.ended} uses={all.filter(isEnded)} />
            </>
          )}
        </Answered>
      </div>
    </Screen>
  );
}

/** Why a department cannot bring a division of its own, and what it can do. */
function NoSecondDivision() {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Alert
      type="info"
      showIcon
      title={say(noSecondDivision.text)}
      description={
        <div className={styles.instead}>
          <p>{words.instead}</p>
          <ul>
            <li>{words.register}</li>
            <li>{words.propose}</li>
            <li>{words.dedicated}</li>
          </ul>
          <Link href="/areas">{words.areas}</Link>
        </div>
      }
    />
  );
}

interface UsesProps {
  readonly title: string;
  readonly none?: string;
  readonly uses: readonly GridUse[];
}

function Uses({ title, none, uses }: UsesProps) {
  if (uses.length === 0 && none === undefined) return null;
  return (
    <section className={styles.block} aria-label={title}>
      <h2>{title}</h2>
      {uses.length === 0 && none && <Blank title={none} />}
      <ul className={styles.uses}>
        {uses.map((use) => (
          <Use key={use.id} use={use} />
        ))}
      </ul>
    </section>
  );
}

function Use({ use }: { readonly use: GridUse }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const actor = useActor() as Person;
  const [ending, setEnding] = useState(false);
  const { organisation, purpose, since, until } = use;
  const from = formatDay(since, locale);
  return (
    <li>
      <b>{organisation.name}</b>
      <span>{purpose}</span>
      <Mark tone={until === null ? 'runs' : 'rests'}>
        {until === null ? words.since(from) : words.until(from, formatDay(until, locale))}
      </Mark>
      {until === null && canRegisterGridUse(actor, organisation.id) && (
        <Button onClick={() => setEnding(true)}>{words.end}</Button>
      )}
      {ending && <EndUse use={use} onClose={() => setEnding(false)} />}
    </li>
  );
}
