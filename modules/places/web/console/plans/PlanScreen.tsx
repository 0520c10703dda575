import { useLocation } from 'wouter';
import { Answered, Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import { UploadLayer } from '../UploadLayer.tsx';
import { Approvals } from './Approvals.tsx';
import { Comments } from './Comments.tsx';
import { Comparison } from './Comparison.tsx';
import { History } from './History.tsx';
import { Households } from './Households.tsx';
import { PlanHead } from './PlanHead.tsx';
import styles from './plan.module.css';
import { usePlan } from './use-plans.ts';

const WORDS = { title: text('网格方案', 'Grid plan') };

/** `/grid-plans/:id`: where a plan stands, what is possible and missing, what it changes, what residents said. */
export default function PlanScreen({ params: { id = '' } }: { readonly params: { readonly id?: string } }) {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const plan = usePlan(id);
  return (
    <Screen title={words.title} note={plan.data?.name} layout="wide" onBack={() => navigate('/grid-plans')}>
      <Answered query={plan} rows={8}>
        {(page) => <PlanParts key={page.id} plan={page} />}
      </Answered>
    </Screen>
  );
}

function PlanParts({ plan }: { readonly plan: PlanPage }) {
  const mayRedraw = plan.possible.some(({ action }) => action === 'redraw');
  return (
    <div className={styles.stack}>
      <PlanHead plan={plan} mayRedraw={mayRedraw} />
      <Comparison plan={plan} />
      <div className={styles.two}>
        <Comments plan={plan} />
        <div className={styles.stack}>
          <Approvals plan={plan} />
          <Households plan={plan} />
          <History plan={plan} />
        </div>
      </div>
      {mayRedraw && <UploadLayer redraws={plan} />}
    </div>
  );
}
