import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answered, Mark, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { DutyPage } from '../../core/api.ts';
import { DUTY_KINDS, STANDINGS } from '../../core/duty.ts';
import { ACTIONS, type Action } from '../../core/lifecycle.ts';
import { feeInWords, frequencyInWords, GRIDS, hoursInWords } from '../words.ts';
import { TONES, termOf } from './DutyTable.tsx';
import styles from './duties.module.css';
import { StepSheet } from './StepSheet.tsx';
import { useDuty } from './use-duties.ts';

const WORDS = {
  title: text('清单事项', 'Item of the list'),
  urgent: text('紧急准入', 'Urgent admission'),
  owner: text('责任部门', 'Department'),
  kind: text('类别', 'Kind'),
  basis: text('依据', 'Legal basis'),
  duty: text('网格员职责', 'What the grid worker does'),
  often: text('频次', 'How often'),
  hours: text('每格每月工时', 'Hours a month in a grid'),
  fee: text('每格每月费用', 'Fee a month in a grid'),
  grids: text('适用网格', 'Grids'),
  term: text('期限', 'Term'),
  to: (from: string, until: string) => text(`${from} 至 ${until}`, `${from} to ${until}`),
  happened: text('办理过程', 'What happened'),
};

/** An item, what happened to it, and what may be done with it now. */
export default function Duty({ params: { id } }: { readonly params: { readonly id?: string } }) {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const duty = useDuty(id ?? '');
  return (
    <Screen title={words.title} onBack={() => navigate('/duties')}>
      <Answered query={duty} rows={8}>
        {(page) => <Content page={page} />}
      </Answered>
    </Screen>
  );
}

function Content({ page }: { readonly page: DutyPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const [chosen, setChosen] = useState<Action | null>(null);
  const { item, owner, standing, urgent, possible } = page;
  const [from, until] = termOf(page);
  const facts: readonly (readonly [string, string])[] = [
    [words.owner, owner.name],
    [words.kind, say(DUTY_KINDS[item.kind])],
    [words.basis, item.basis],
    [words.duty, item.duty],
    [words.often, say(frequencyInWords(item.frequency))],
    [words.hours, say(hoursInWords(item.hours))],
    [words.fee, say(feeInWords(item.fee))],
    [words.grids, say(GRIDS[item.grids])],
    ...(from && until ? [[words.term, words.to(from, until)] as const] : []),
  ];
  return (
    <article className={styles.duty}>
      <header>
        <h2>{item.name}</h2>
        <Mark tone={TONES[standing]}>{say(STANDINGS[standing])}</Mark>
        {urgent && <Mark tone="waits">{words.urgent}</Mark>}
      </header>
      {possible.length > 0 && (
        <div className={styles.steps}>
          {possible.map(({ action, text: label }, i) => (
            <Button key={action} type={i === 0 ? 'primary' : 'default'} onClick={() => setChosen(action)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      <dl>
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <Timeline page={page} />
      {chosen && <StepSheet key={chosen} page={page} action={chosen} onClose={() => setChosen(null)} />}
    </article>
  );
}

function Timeline({ page: { timeline } }: { readonly page: DutyPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  return (
    <section aria-label={words.happened}>
      <h3>{words.happened}</h3>
      <ol>
        {timeline.toReversed().map(({ seq, at, action, unit, facts: { reason, from, until } }) => (
          <li key={seq}>
            <b>{say(ACTIONS[action].label)}</b>
            <span>{unit}</span>
            <time dateTime={at}>{formatTime(at, locale)}</time>
            {typeof from === 'string' && <p>{typeof until === 'string' ? words.to(from, until) : from}</p>}
            {typeof reason === 'string' && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
