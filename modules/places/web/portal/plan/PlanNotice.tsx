import { useState } from 'react';
import { useParams } from 'wouter';
import { text } from '#packages/kernel';
import { formatDay, useLocale, useText, useWords } from '#packages/web-kit';
import type { LonLat } from '#packages/web-kit/map';
import { Badge, type BadgeTone, Card, Loaded, Page, Stack } from '#packages/web-kit/ui';
import type { PlanChanges, PlanPage } from '../../../core/api.ts';
import { PLAN_STATUSES, type PlanStatus } from '../../../core/lifecycle.ts';
import { useChanges } from '../../comparison/queries.ts';
import { ChangeList } from './ChangeList.tsx';
import { CommentForm } from './CommentForm.tsx';
import { Comments } from './Comments.tsx';
import { MyPlace } from './MyPlace.tsx';
import styles from './plan.module.css';
import { usePlan } from './query.ts';

const WORDS = {
  title: text('网格调整公示', 'Notice of a change of the grids'),
  lead: text(
    '网格是社区里服务居民的小片区，每片有一位网格员。网格调整以前要公示，您可以提意见。',
    'A grid is a small part of a community with a grid worker of its own. Before grids change, the change is put on notice and you may comment.',
  ),
  until: (day: string) => text(`公示到 ${day}（含当天）`, `On notice through ${day}`),
  was: (from: string, until: string) => text(`公示期 ${from} 至 ${until}`, `Was on notice from ${from} to ${until}`),
  effective: (day: string) => text(`${day} 起生效`, `In effect from ${day}`),
  current: text('这是现行的网格。', 'These are the grids in force.'),
  withdrawn: text('这个方案已经撤回，网格不作调整。', 'This plan was withdrawn: the grids stay as they are.'),
  why: (reason: string) => text(`撤回理由：${reason}`, `Why: ${reason}`),
  totals: (grids: number, households: number) =>
    text(
      `调整 ${grids} 个网格，约 ${households} 户换网格`,
      `${grids} grids change; about ${households} households move`,
    ),
};

const TONES: Record<PlanStatus, BadgeTone> = {
  draft: 'waiting',
  checked: 'waiting',
  noticed: 'moving',
  approved: 'moving',
  filed: 'moving',
  in_force: 'good',
  superseded: 'ended',
  withdrawn: 'ended',
};

/** `/grid-plans/:id`: what changes, what it means for a home, and the word of residents. */
export default function PlanNotice() {
  const words = useWords(WORDS);
  const { id = '' } = useParams<{ id: string }>();
  const plan = usePlan(id);
  return (
    <Page title={plan.data?.name ?? words.title} lead={words.lead} width="wide">
      <Loaded query={plan} lines={6}>
        {(page) => <Notice key={page.id} plan={page} />}
      </Loaded>
    </Page>
  );
}

function Notice({ plan }: { readonly plan: PlanPage }) {
  const changes = useChanges(plan);
  return (
    <Stack gap={5}>
      <State plan={plan} />
      <Loaded query={changes} lines={6}>
        {(found) => <Content plan={plan} changes={found} />}
      </Loaded>
    </Stack>
  );
}

interface ContentProps {
  readonly plan: PlanPage;
  readonly changes: PlanChanges;
}

function Content({ plan, changes }: ContentProps) {
  const [place, setPlace] = useState<LonLat | null>(null);
  const isOpen = plan.possible.some(({ action }) => action === 'comment');
  return (
    <>
      {changes.against && plan.status !== 'withdrawn' && (
        <MyPlace plan={plan} against={changes.against.id} changes={changes} place={place} onPlace={setPlace} />
      )}
      <div className={styles.two}>
        <ChangeList changes={changes} />
        <Stack gap={5}>
          {isOpen && <CommentForm plan={plan} place={place} />}
          <Comments plan={plan} />
        </Stack>
      </div>
    </>
  );
}

function State({ plan }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { status, notice, effective, changed, history } = plan;
  const reason = history.findLast(({ action }) => action === 'withdraw')?.reason;
  const day = (iso: string) => formatDay(iso, locale);
  return (
    <Card>
      <div className={styles.state}>
        <Badge tone={TONES[status]}>{say(PLAN_STATUSES[status].label)}</Badge>
        {notice && (
          <strong>
            {status === 'noticed' ? words.until(day(notice.until)) : words.was(day(notice.from), day(notice.until))}
          </strong>
        )}
        {effective && <span>{words.effective(day(effective))}</span>}
        {status === 'in_force' && <span>{words.current}</span>}
        {status === 'withdrawn' && <span>{words.withdrawn}</span>}
        {reason && <span>{words.why(reason)}</span>}
        {changed.grids > 0 && status !== 'withdrawn' && <span>{words.totals(changed.grids, changed.households)}</span>}
      </div>
    </Card>
  );
}
