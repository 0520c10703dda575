import { useQuery } from '@tanstack/react-query';
import { Answered, Blank, Mark, type MarkTone, Screen, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, loadPlatform, useLocale, useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../access/contract.ts';
import type { PlanRow } from '../../core/api.ts';
import { PLAN_STATUSES } from '../../core/lifecycle.ts';
import { canImportGridLayer } from '../../core/policy.ts';
import { places } from './api.ts';
import styles from './plans.module.css';
import { UploadLayer } from './UploadLayer.tsx';

const WORDS = {
  title: text('网格方案', 'Grid plans'),
  one: text(
    '全区只有一个现行方案；草案没有任何问题才能发布，旧事项留在当时的网格里。',
    'One plan is in force. A draft is published only without any fault; earlier matters stay in the grid of their day.',
  ),
  plans: text('方案', 'Plans'),
  none: text('还没有方案', 'No plans yet'),
  facts: (grids: number) => text(`${grids} 个网格`, `${grids} grids`),
  faults: (n: number) => text(`${n} 处问题`, `${n} faults`),
  sound: text('检查无误', 'Sound'),
  created: (time: string) => text(`${time} 上传`, `uploaded ${time}`),
  published: (time: string) => text(`${time} 发布`, `published ${time}`),
};

const TONES: Record<PlanRow['status'], MarkTone> = {
  draft: 'waits',
  checked: 'waits',
  noticed: 'waits',
  approved: 'waits',
  filed: 'waits',
  in_force: 'good',
  superseded: 'rests',
  withdrawn: 'rests',
};
const askPlans = () => places('GET /api/grid-plans');

/** Plans of the grid: the one in force, drafts to be checked and published, those before. */
export default function GridPlans() {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const plans = useQuery({ queryKey: ['grid-plans'], queryFn: askPlans });
  const platform = useQuery({ queryKey: ['platform'], queryFn: loadPlatform, staleTime: Number.POSITIVE_INFINITY });
  const district = platform.data?.district.code ?? '';
  return (
    <Screen title={words.title} layout="wide">
      <div className={styles.stack}>
        <p className={styles.soft}>{words.one}</p>
        <section className={styles.block}>
          <h2>{words.plans}</h2>
          <Answered query={plans}>
            {(all) => (
              <>
                {all.length === 0 && <Blank title={words.none} />}
                <ul className={styles.plans}>
                  {all.map((plan) => (
                    <Plan key={plan.id} plan={plan} />
                  ))}
                </ul>
              </>
            )}
          </Answered>
        </section>
        {district && canImportGridLayer(actor, district) && <UploadLayer />}
      </div>
    </Screen>
  );
}

function Plan({ plan }: { readonly plan: PlanRow }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { name, status, grids, faults, created, published } = plan;
  return (
    <li>
      <b>{name}</b>
      <Mark tone={TONES[status]}>{say(PLAN_STATUSES[status].label)}</Mark>
      <span className={styles.soft}>{words.facts(grids)}</span>
      <span className={faults > 0 ? styles.bad : styles.soft}>{faults > 0 ? words.faults(faults) : words.sound}</span>
      <span className={styles.soft}>
        {published ? words.published(formatTime(published, locale)) : words.created(formatTime(created, locale))}
      </span>
    </li>
  );
}
