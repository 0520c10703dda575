import { useQuery } from '@tanstack/react-query';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { Badge, Card, Empty, Loaded, Page, Stack } from '#packages/web-kit/ui';
import type { DutyRow, Load } from '../../core/api.ts';
import { DUTY_KINDS, STANDINGS } from '../../core/duty.ts';
import { feeInWords, frequencyInWords, GRIDS, hoursInWords } from '../words.ts';
import { staffing } from './api.ts';
import styles from './duties.module.css';

const WORDS = {
  title: text('网格员做哪些事', 'What grid workers do'),
  lead: text(
    '这是公布的网格化服务管理事项清单。清单以外的事，任何部门不得直接安排网格员办理。',
    'The published list of duties. What is not on it, no department may assign to grid workers.',
  ),
  none: text('清单上还没有事项。', 'Nothing is on the list yet.'),
  load: (hours: string, items: number) => text(`每月 ${hours}，${items} 项`, `${hours} a month, ${items} items`),
  owner: text('责任部门', 'Department'),
  basis: text('依据', 'Legal basis'),
  often: text('频次', 'How often'),
  hours: text('每格每月工时', 'Hours a month in a grid'),
  fee: text('部门付费（每格每月）', 'The department pays (a month and grid)'),
  grids: text('适用网格', 'Grids'),
  term: text('期限', 'Term'),
  to: (from: string, until: string) => text(`${from} 至 ${until}`, `${from} to ${until}`),
  urgent: text('紧急准入', 'Urgent'),
};

/** `/duties`: the list of duties, public. */
export default function DutiesScreen() {
  const words = useWords(WORDS);
  const list = useQuery({ queryKey: ['duties'], queryFn: () => staffing('GET /api/duties') });
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={list} lines={8}>
        {({ items, load }) =>
          items.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <Stack>
              <Loads load={load} />
              {items.map((row) => (
                <Item key={row.id} row={row} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function Loads({ load }: { readonly load: readonly Load[] }) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <ul className={styles.loads}>
      {load.map(({ kind, items, hours }) => (
        <li key={kind}>
          <b>{say(GRIDS[kind])}</b> {words.load(say(hoursInWords(hours)), items)}
        </li>
      ))}
    </ul>
  );
}

function Item({ row: { item, owner, standing, urgent, from, until } }: { readonly row: DutyRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const facts: readonly (readonly [string, string])[] = [
    [words.owner, owner.name],
    [words.basis, item.basis],
    [words.often, say(frequencyInWords(item.frequency))],
    [words.hours, say(hoursInWords(item.hours))],
    [words.fee, say(feeInWords(item.fee))],
    [words.grids, say(GRIDS[item.grids])],
    [words.term, words.to(from ?? '', until ?? '')],
  ];
  return (
    <Card>
      <div className={styles.head}>
        <h2>{item.name}</h2>
        {standing !== 'in_force' && <Badge tone="moving">{say(STANDINGS[standing])}</Badge>}
        {urgent && <Badge tone="waiting">{words.urgent}</Badge>}
      </div>
      <p className={styles.kind}>{say(DUTY_KINDS[item.kind])}</p>
      <p>{item.duty}</p>
      <dl className={styles.facts}>
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
