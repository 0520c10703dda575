import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { Answered, Blank, Mark, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDay, formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { PlanRow } from '../../../core/api.ts';
import { dayIn } from '../../../core/day.ts';
import { PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { canImportGridLayer } from '../../../core/policy.ts';
import { UploadLayer } from '../UploadLayer.tsx';
import styles from './grid-plans.module.css';
import { nextStep } from './next-step.ts';
import { StageBar } from './StageBar.tsx';
import { TONES } from './tones.ts';
import { useDistrict, usePlans } from './use-plans.ts';

const WORDS = {
  title: text('网格方案', 'Grid plans'),
  one: text(
    '全区只有一张网格。调整方案先检查、公示、由街道同意、区里备案，到日子自动生效；未办结的事项转到新的网格，已办结的留在当时的网格。',
    'The district has one grid. A change is checked, put on notice, approved by streets, filed by the district, and takes effect on its day: open matters go to their new grids, those that ended stay in the grid of their day.',
  ),
  running: text('正在进行', 'Under way'),
  inForce: text('现行方案', 'In force'),
  earlier: text('以前的方案', 'Earlier plans'),
  none: text('没有正在进行的方案', 'No plan is under way'),
  noneYet: text('还没有现行方案', 'No plan is in force yet'),
  grids: (n: number) => text(`${n} 个网格`, `${n} grids`),
  faults: (n: number) => text(`${n} 处问题`, `${n} faults`),
  warnings: (n: number) => text(`${n} 处户数提醒`, `${n} to look at`),
  created: (time: string) => text(`${time} 上传`, `uploaded ${time}`),
  published: (time: string) => text(`${time} 生效`, `in force since ${time}`),
  notice: (from: string, until: string) => text(`公示 ${from} 至 ${until}`, `on notice ${from} to ${until}`),
  effective: (day: string) => text(`${day} 生效`, `takes effect ${day}`),
  next: text('下一步', 'Next'),
  colon: text('：', ': '),
  workbench: text('网格工作台', 'Grid workbench'),
};

const ENDED: readonly PlanRow['status'][] = ['superseded', 'withdrawn'];

/** `/grid-plans`: the plan in force, those under way with their stages and who must act, those before. */
export default function GridPlans() {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const actor = useActor() as Person;
  const plans = usePlans();
  const district = useDistrict();
  const mayDraw = district !== '' && canImportGridLayer(actor, district);
  const workbench = (
    <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => navigate('/grid-workbench')}>
      {words.workbench}
    </Button>
  );
  return (
    <Screen title={words.title} layout="wide" extra={mayDraw && workbench}>
      <div className={styles.stack}>
        <p className={styles.soft}>{words.one}</p>
        <Answered query={plans}>
          {(all) => (
            <>
              <Running plans={all.filter(({ status }) => status !== 'in_force' && !ENDED.includes(status))} />
              <Lines
                title={words.inForce}
                none={words.noneYet}
                plans={all.filter(({ status }) => status === 'in_force')}
              />
              <Lines title={words.earlier} plans={all.filter(({ status }) => ENDED.includes(status))} />
            </>
          )}
        </Answered>
        {mayDraw && <UploadLayer />}
      </div>
    </Screen>
  );
}

function Running({ plans }: { readonly plans: readonly PlanRow[] }) {
  const words = useWords(WORDS);
  return (
    <section className={styles.block} aria-label={words.running}>
      <h2>{words.running}</h2>
      {plans.length === 0 && <Blank title={words.none} />}
      <ul className={styles.running}>
        {plans.map((plan) => (
          <RunningPlan key={plan.id} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

function RunningPlan({ plan }: { readonly plan: PlanRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const next = nextStep(plan, dayIn(new Date()));
  return (
    <li>
      <Link href={`/grid-plans/${plan.id}`} className={styles.name}>
        {plan.name}
      </Link>
      <Facts plan={plan} />
      <StageBar plan={plan} />
      {next && (
        <p className={styles.next}>
          <span>{words.next}</span>
          <b>{say(next.who)}</b>
          {words.colon}
          {say(next.what)}
        </p>
      )}
    </li>
  );
}

function Facts({ plan }: { readonly plan: PlanRow }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { grids, faults, warnings, created, published, notice, effective } = plan;
  const day = (iso: string) => formatDay(iso, locale);
  return (
    <ul className={styles.facts}>
      <li>{words.grids(grids)}</li>
      {faults > 0 && <li data-bad="true">{words.faults(faults)}</li>}
      {warnings > 0 && <li>{words.warnings(warnings)}</li>}
      {published ? (
        <li>{words.published(formatTime(published, locale))}</li>
      ) : (
        <li>{words.created(formatTime(created, locale))}</li>
      )}
      {!published && notice && <li>{words.notice(day(notice.from), day(notice.until))}</li>}
      {!published && effective && <li>{words.effective(day(effective))}</li>}
    </ul>
  );
}

interface LinesProps {
  readonly title: string;
  readonly none?: string;
  readonly plans: readonly PlanRow[];
}

/** Plans that need nobody any more, a line each. */
function Lines({ title, none, plans }: LinesProps) {
  const say = useText();
  if (plans.length === 0 && none === undefined) return null;
  return (
    <section className={styles.block} aria-label={title}>
      <h2>{title}</h2>
      {plans.length === 0 && none && <Blank title={none} />}
      <ul className={styles.lines}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link href={`/grid-plans/${plan.id}`}>{plan.name}</Link>
            <Mark tone={TONES[plan.status]}>{say(PLAN_STATUSES[plan.status].label)}</Mark>
            <Facts plan={plan} />
          </li>
        ))}
      </ul>
    </section>
  );
}
