import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { ApiProblem, useLocale, useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { ACTIONS } from '../../../core/lifecycle.ts';
import { KindOffers } from '../KindOffers.tsx';
import styles from './actions.module.css';
import { EMPTY, isComplete, type Values } from './body.ts';
import { BRANCHES } from './branches.ts';
import { BranchField, CategoryField, GroundField, TermField } from './choice-fields.tsx';
import { DispatchFields } from './DispatchFields.tsx';
import { DutyField } from './DutyField.tsx';
import { FORMS, offersFor, type StaffAction, type WordsField } from './forms.ts';
import { AppraisalFields, PartField } from './joint-fields.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { MergeField } from './MergeField.tsx';
import { PartsField } from './PartsField.tsx';
import { SuperviseFields } from './SuperviseFields.tsx';
import { useAct } from './use-act.ts';

const WORDS = {
  cancel: text('取消', 'Cancel'),
  public: text('反映人和公众可以看到', 'The reporter and the public will read it'),
  staff: text('仅工作人员可以看到', 'Only staff will read it'),
  done: (deed: string) => text(`${deed}：已记录`, `${deed}: recorded`),
};

/** What may be done elsewhere instead, and where. */
const WAYS: Record<string, string> = {
  apply_for_duty: '/duties/apply',
  apply_for_urgent_duty: '/duties/apply?urgent',
};

interface Props {
  readonly matter: MatterPage;
  readonly action: StaffAction;
  /** Another step is chosen, because the first is not possible any more. */
  readonly onSwitch: (action: StaffAction) => void;
  readonly onClose: () => void;
}

const startOf = (action: StaffAction, { category, text: body, released }: MatterPage): Values => ({
  ...EMPTY,
  category,
  words: action === 'release' ? (released ?? body).slice(0, 1000) : '',
});

/** One step: what it needs to know, and what came in between where somebody else was first. */
export function ActionSheet({ matter, action, onSwitch, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { message } = App.useApp();
  const [values, setValues] = useState(() => startOf(action, matter));
  const [opened] = useState(matter.version);
  const deed = say(ACTIONS[action].label);
  const act = useAct(matter.code, () => {
    message.success(words.done(deed));
    onClose();
  });
  const [, navigate] = useLocation();
  const form = FORMS[action];
  const offers = offersFor(matter.possible);
  const possible = offers.includes(action);
  const chooseOther = (other: string) => {
    act.reset();
    onSwitch(other as StaffAction);
  };
  const send = () => act.mutate({ action, values, version: matter.version });
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
            loading={act.isPending}
            disabled={!possible || !isComplete(action, values)}
            onClick={send}
          >
            {deed}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {act.error && !(isStale(act.error) && matter.version > opened) && (
          <ProblemNotice
            error={act.error}
            onPossible={(other) => (other in WAYS ? navigate(WAYS[other]) : chooseOther(other))}
            canChoose={(other) => other in FORMS || other in WAYS}
          />
        )}
        <Meanwhile matter={matter} action={action} since={opened} onSwitch={chooseOther} />
        <p className={styles.hint}>{say(form.hint)}</p>
        <Form layout="vertical" component="div">
          <Fields action={action} matter={matter} values={values} onChange={setValues} />
        </Form>
      </div>
    </Sheet>
  );
}

/** Somebody was first: once it is known, that is told by what they did, not by the refusal. */
const isStale = (error: Error) => error instanceof ApiProblem && error.problem.code === 'stale';

interface FieldsProps {
  readonly action: StaffAction;
  readonly matter: MatterPage;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

function Fields({ action, matter, values, onChange }: FieldsProps) {
  const { fields, words } = FORMS[action];
  const locale = useLocale();
  const set = (part: Partial<Values>) => onChange({ ...values, ...part });
  /** The other way is written in beforehand, unless somebody has written something themselves. */
  const chooseBranch = (branch: NonNullable<Values['branch']>) => {
    const prepared = Object.values(BRANCHES).some(({ way }) => way[locale] === values.words);
    set({ branch, words: values.words.trim() === '' || prepared ? BRANCHES[branch].way[locale] : values.words });
  };
  return (
    <>
      {fields.includes('category') && (
        <>
          <CategoryField value={values.category} onChange={(category) => set({ category })} />
          <KindOffers text={matter.text} value={values.category} onChange={(category) => set({ category })} />
        </>
      )}
      {fields.includes('branch') && <BranchField value={values.branch} onChange={chooseBranch} />}
      {fields.includes('ground') && (
        <GroundField matter={matter} value={values.ground} onChange={(ground) => set({ ground })} />
      )}
      {fields.includes('dispatch') && <DispatchFields matter={matter} values={values} onChange={set} />}
      {fields.includes('parts') && (
        <PartsField matter={matter} parts={values.parts} onChange={(parts) => set({ parts })} />
      )}
      {fields.includes('part') && (
        <PartField action={action} matter={matter} value={values.part} onChange={(part) => set({ part })} />
      )}
      {fields.includes('appraisal') && <AppraisalFields matter={matter} values={values} onChange={set} />}
      {fields.includes('duty') && <DutyField matter={matter} value={values.duty} onChange={(duty) => set({ duty })} />}
      {fields.includes('level') && <SuperviseFields matter={matter} values={values} onChange={set} />}
      {fields.includes('term') && <TermField value={values.term} onChange={(term) => set({ term })} />}
      {fields.includes('into') && <MergeField matter={matter} value={values.into} onChange={(into) => set({ into })} />}
      {words && <WordsInput field={words} value={values.words} onChange={(typed) => set({ words: typed })} />}
    </>
  );
}

interface WordsInputProps {
  readonly field: WordsField;
  readonly value: string;
  readonly onChange: (words: string) => void;
}

function WordsInput({ field: { label, required, readers, limit }, value, onChange }: WordsInputProps) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Form.Item
      label={say(label)}
      htmlFor="words"
      required={required}
      extra={
        <span className={styles.readers} data-readers={readers}>
          {words[readers]}
        </span>
      }
    >
      <Input.TextArea
        id="words"
        value={value}
        maxLength={limit}
        showCount
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
}
