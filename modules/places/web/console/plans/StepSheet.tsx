import { Alert, App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { ApiProblem, formatDay, useLocale, useText, useWords } from '#packages/web-kit';
import type { PlanPage } from '../../../core/api.ts';
import { addDays, dayIn } from '../../../core/day.ts';
import { PLAN_ACTIONS, PLAN_STATUSES } from '../../../core/lifecycle.ts';
import { LEAST_NOTICE_DAYS, MOST_NOTICE_DAYS, NOTICE_DAYS } from '../../../core/rules.ts';
import styles from './plan.module.css';
import { bodyOf, isStep, STEPS, type StepAction, type StepValues, stepsOf } from './steps.ts';
import { useStep } from './use-step.ts';

const WORDS = {
  cancel: text('取消', 'Cancel'),
  done: (deed: string) => text(`${deed}：已记录`, `${deed}: recorded`),
  days: text('公示天数', 'Days of notice'),
  range: text(
    `一般为 ${LEAST_NOTICE_DAYS} 至 ${MOST_NOTICE_DAYS} 天`,
    `usually ${LEAST_NOTICE_DAYS} to ${MOST_NOTICE_DAYS} days`,
  ),
  until: (day: string) => text(`公示到 ${day}（含当天）`, `on notice through ${day}`),
  effective: text('生效日期', 'Day of effect'),
  today: text('选今天则立即生效', 'Today means at once'),
  reason: text('撤回理由', 'Why it is withdrawn'),
  public: text('理由公开', 'Everybody may read it'),
  meanwhile: (deed: string, status: string) =>
    text(
      `刚才有人先办理了（${deed}），方案现在是“${status}”。请看过以后再提交。`,
      `Somebody was first (${deed}); the plan is now "${status}". Look at it, then send again.`,
    ),
};

interface Props {
  readonly plan: PlanPage;
  readonly action: StepAction;
  /** Another step is chosen, because the first is not possible any more. */
  readonly onSwitch: (action: StepAction) => void;
  readonly onClose: () => void;
}

const isStale = (error: Error | null) => error instanceof ApiProblem && error.problem.code === 'stale_plan';

/** One step of a plan: what it means, what it needs, and why it was refused. */
export function StepSheet({ plan, action, onSwitch, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { message } = App.useApp();
  const [values, setValues] = useState<StepValues>({ days: NOTICE_DAYS, effective: dayIn(new Date()), reason: '' });
  const [opened] = useState(plan.version);
  const deed = say(PLAN_ACTIONS[action].label);
  const step = useStep(plan.id, () => {
    message.success(words.done(deed));
    onClose();
  });
  const body = bodyOf(action, values);
  const isPossible = stepsOf(plan).includes(action);
  const isOvertaken = isStale(step.error) && plan.version > opened;
  const change = (other: string) => {
    step.reset();
    if (isStep(other)) onSwitch(other);
  };
  return (
    <Sheet
      open
      title={deed}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="primary"
            danger={action === 'withdraw'}
            loading={step.isPending}
            disabled={body === null || !isPossible}
            onClick={() => body && step.mutate({ step: body, version: plan.version })}
          >
            {deed}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        {isOvertaken && (
          <Alert
            type="warning"
            showIcon
            title={words.meanwhile(plan.history.at(-1)?.text ?? '', say(PLAN_STATUSES[plan.status].label))}
          />
        )}
        {step.error && !isOvertaken && (
          <ProblemNotice
            error={step.error}
            onPossible={change}
            canChoose={(other) => isStep(other) && other !== action}
          />
        )}
        <p className={styles.soft}>{say(STEPS[action])}</p>
        <Form layout="vertical" component="div">
          <StepField action={action} values={values} onChange={setValues} />
        </Form>
      </div>
    </Sheet>
  );
}

interface FieldProps {
  readonly action: StepAction;
  readonly values: StepValues;
  readonly onChange: (values: StepValues) => void;
}

function StepField({ action, values, onChange }: FieldProps) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const today = dayIn(new Date());
  if (action === 'announce') {
    const until = values.days === null ? null : formatDay(addDays(today, values.days - 1), locale);
    return (
      <Form.Item label={words.days} htmlFor="step-days" extra={until ? words.until(until) : words.range}>
        <InputNumber
          id="step-days"
          min={0}
          max={MOST_NOTICE_DAYS}
          precision={0}
          value={values.days}
          onChange={(days) => onChange({ ...values, days })}
        />
      </Form.Item>
    );
  }
  if (action === 'file') {
    return (
      <Form.Item label={words.effective} htmlFor="step-day" extra={words.today}>
        <Input
          id="step-day"
          type="date"
          className={styles.day}
          min={today}
          value={values.effective}
          onChange={(event) => onChange({ ...values, effective: event.target.value })}
        />
      </Form.Item>
    );
  }
  if (action === 'withdraw') {
    return (
      <Form.Item label={words.reason} htmlFor="step-reason" extra={words.public}>
        <Input.TextArea
          id="step-reason"
          maxLength={300}
          showCount
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={values.reason}
          onChange={(event) => onChange({ ...values, reason: event.target.value })}
        />
      </Form.Item>
    );
  }
  return null;
}
