import { DownloadOutlined, EditOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Mark } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDay, formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import { dayIn } from '../../../core/day.ts';
import { PLAN_ACTIONS, PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { nextStep } from './next-step.ts';
import styles from './plan.module.css';
import { StageBar } from './StageBar.tsx';
import { StepSheet } from './StepSheet.tsx';
import { type StepAction, stepsOf } from './steps.ts';
import { TONES } from './tones.ts';

const WORDS = {
  summary: text('方案概况', 'The plan'),
  grids: (n: number) => text(`${n} 个网格`, `${n} grids`),
  faults: (n: number) => text(`${n} 处问题`, `${n} faults`),
  sound: text('不重叠、不遗漏', 'no overlap, no gap'),
  warnings: (n: number) => text(`${n} 个网格户数不在常规范围`, `${n} grids outside the usual households`),
  changed: (grids: number, households: number) =>
    text(
      `调整 ${grids} 个网格，约 ${households} 户换网格`,
      `${grids} grids change, about ${households} households move`,
    ),
  created: (time: string) => text(`${time} 上传`, `uploaded ${time}`),
  notice: (from: string, until: string) => text(`公示 ${from} 至 ${until}`, `on notice ${from} to ${until}`),
  effective: (day: string) => text(`${day} 起生效`, `in effect from ${day}`),
  next: text('下一步', 'Next'),
  colon: text('：', ': '),
  waits: text('还差什么', 'Still missing'),
  workbench: text('在工作台修改', 'Change it at the workbench'),
  mend: text('在工作台查看并改正问题', 'See and mend the faults at the workbench'),
  layer: text('下载图层（GeoJSON）', 'Download the layer (GeoJSON)'),
  portal: text('居民看到的公示', 'What residents see'),
};

interface Props {
  readonly plan: PlanPage;
  readonly mayRedraw: boolean;
}

/** Where the plan stands, in words; who must act; what this person may do. */
export function PlanHead({ plan, mayRedraw }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const [step, setStep] = useState<StepAction | null>(null);
  const [, navigate] = useLocation();
  const next = nextStep(plan, dayIn(new Date()));
  return (
    <section className={styles.block} aria-label={words.summary}>
      <div className={styles.name}>
        <h2>{plan.name}</h2>
        <Mark tone={TONES[plan.status]}>{say(PLAN_STATUSES[plan.status].label)}</Mark>
      </div>
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
      {plan.waits.length > 0 && (
        <div className={styles.waits}>
          <h3>{words.waits}</h3>
          <ul>
            {plan.waits.map(({ rule, text: sentence }) => (
              <li key={rule}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.buttons}>
        {stepsOf(plan).map((action) => (
          <Button
            key={action}
            type={action === 'withdraw' ? 'default' : 'primary'}
            danger={action === 'withdraw'}
            disabled={action === 'approve' && plan.waits.length > 0}
            onClick={() => setStep(action)}
          >
            {say(PLAN_ACTIONS[action].label)}
          </Button>
        ))}
        {mayRedraw && (
          <Button icon={<EditOutlined aria-hidden />} onClick={() => navigate(`/grid-workbench?plan=${plan.id}`)}>
            {plan.faults > 0 ? words.mend : words.workbench}
          </Button>
        )}
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/grid-plans/${plan.id}/layer?kind=grid`}
          download={`${plan.name}.geojson`}
        >
          {words.layer}
        </Button>
        {plan.notice && (
          <Button icon={<GlobalOutlined aria-hidden />} href={`/grid-plans/${plan.id}`}>
            {words.portal}
          </Button>
        )}
      </div>
      {step && <StepSheet key={step} plan={plan} action={step} onSwitch={setStep} onClose={() => setStep(null)} />}
    </section>
  );
}

function Facts({ plan }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { grids, faults, warnings, changed, created, notice, effective } = plan;
  const day = (iso: string) => formatDay(iso, locale);
  return (
    <ul className={styles.facts}>
      <li>{words.grids(grids)}</li>
      <li data-bad={faults > 0}>{faults > 0 ? words.faults(faults) : words.sound}</li>
      {changed.grids > 0 && <li>{words.changed(changed.grids, changed.households)}</li>}
      {warnings > 0 && <li data-caution="true">{words.warnings(warnings)}</li>}
      <li>{words.created(formatTime(created, locale))}</li>
      {notice && <li>{words.notice(day(notice.from), day(notice.until))}</li>}
      {effective && <li>{words.effective(day(effective))}</li>}
    </ul>
  );
}
