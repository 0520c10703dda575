import { type Text, text } from '#packages/kernel';
import { formatDay } from '#packages/web-kit';
import type { PlanPage, PlanRow } from '../../../core/api.ts';

/** Who must do what before a plan goes on. */
export interface NextStep {
  readonly who: Text;
  readonly what: Text;
}

const CENTRE = text('区社会治理中心', 'District centre');
const STREETS = text('有关街道', 'The streets concerned');
const DRAWERS = text('街道或区社会治理中心', 'A street or the district centre');
const CLOCK = text('系统', 'The system');

const known = (plan: PlanRow | PlanPage): plan is PlanPage => 'approvals' in plan;

/** Names of streets whose approval is awaited; empty where only the row is known. */
const awaited = (plan: PlanRow | PlanPage): string[] =>
  known(plan) ? plan.approvals.filter(({ at }) => at === null).map(({ name }) => name) : [];

/** A day as people write it. */
const dayWords = (day: string): Text => text(formatDay(day, 'zh'), formatDay(day, 'en'));

const listed = (names: readonly string[]): Text => text(names.join('、'), names.join(', '));

function afterNotice(plan: PlanRow | PlanPage): NextStep {
  const unanswered = known(plan) ? plan.comments.unanswered : 0;
  if (unanswered > 0) {
    const what = text(
      `答复 ${unanswered} 条居民意见，然后由街道表示同意`,
      `answer ${unanswered} comments of residents; then the streets approve`,
    );
    return { who: text('街道或区社会治理中心', 'The streets or the district centre'), what };
  }
  const names = awaited(plan);
  return {
    who: names.length > 0 ? listed(names) : STREETS,
    what: text('公示期已满，请表示同意', 'the notice is over: approve the plan'),
  };
}

function onNotice(plan: PlanRow | PlanPage, today: string): NextStep {
  const until = plan.notice?.until ?? '';
  if (today > until) return afterNotice(plan);
  const unanswered = known(plan) ? plan.comments.unanswered : 0;
  const waiting = unanswered > 0 ? text(`，${unanswered} 条待答复`, `; ${unanswered} to answer`) : text('', '');
  const day = dayWords(until);
  return {
    who: text('居民', 'Residents'),
    what: text(`可以提意见，到 ${day.zh}为止${waiting.zh}`, `may comment until ${day.en}${waiting.en}`),
  };
}

/** The next step and whose it is; null where nothing is left to do. `today`: the day in Shanghai, YYYY-MM-DD. */
export function nextStep(plan: PlanRow | PlanPage, today: string): NextStep | null {
  switch (plan.status) {
    case 'draft':
      return {
        who: DRAWERS,
        what:
          plan.faults > 0
            ? text(`改正 ${plan.faults} 处问题后重新上传`, `mend ${plan.faults} faults and upload again`)
            : text('重新上传并检查', 'upload it again, to be checked'),
      };
    case 'checked':
      return { who: CENTRE, what: text('发起公示', 'put it on notice') };
    case 'noticed':
      return onNotice(plan, today);
    case 'approved':
      return { who: CENTRE, what: text('备案并确定生效日期', 'file it and name the day of effect') };
    case 'filed': {
      const day = dayWords(plan.effective ?? '');
      return { who: CLOCK, what: text(`到 ${day.zh}自动生效`, `puts it into force on ${day.en}`) };
    }
    case 'in_force':
    case 'superseded':
    case 'withdrawn':
      return null;
  }
}
