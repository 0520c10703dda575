import { Cascader, Form, InputNumber, Radio, Select, Space } from 'antd';
import { text } from '#packages/kernel';
import type { Term, TimeUnit } from '#packages/procedure';
import { useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { GROUNDS, type Ground } from '../../../core/objection.ts';
import { categoryOptions } from '../category-names.ts';
import { UNIT_NAMES } from '../clock-words.ts';
import { BRANCHES, type Branch } from './branches.ts';

const WORDS = {
  category: text('类别', 'Kind'),
  branch: text('不予受理的情形', 'Why it is not accepted'),
  ground: text('异议理由', 'Ground of the objection'),
  rejected: text('已被驳回', 'rejected before'),
  term: text('延长', 'Extend by'),
  unit: text('时间单位', 'Unit of time'),
  amount: text('时限', 'Term'),
};

interface Choice<T> {
  readonly value: T;
  readonly onChange: (value: NonNullable<T>) => void;
}

/** A kind, by its group. */
export function CategoryField({ value, onChange }: Choice<string | undefined>) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Form.Item label={words.category} htmlFor="category" required>
      <Cascader
        id="category"
        allowClear={false}
        showSearch
        options={categoryOptions(say)}
        value={value ? [value.slice(0, 2), value] : []}
        displayRender={(labels) => labels.at(-1)}
        onChange={(path) => path?.[1] && onChange(path[1])}
      />
    </Form.Item>
  );
}

export function BranchField({ value, onChange }: Choice<Branch | undefined>) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Form.Item label={words.branch} required>
      <Radio.Group
        aria-label={words.branch}
        vertical
        value={value}
        onChange={(event) => onChange(event.target.value as Branch)}
        options={(Object.keys(BRANCHES) as Branch[]).map((branch) => ({
          value: branch,
          label: say(BRANCHES[branch].label),
        }))}
      />
    </Form.Item>
  );
}

/** Grounds of an objection; those that were rejected for this unit cannot be chosen again. */
export function GroundField({ matter, value, onChange }: Choice<Ground | undefined> & { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const rejected = matter.objection?.rejected ?? [];
  return (
    <Form.Item label={words.ground} required>
      <Radio.Group
        aria-label={words.ground}
        vertical
        value={value}
        onChange={(event) => onChange(event.target.value as Ground)}
        options={(Object.keys(GROUNDS) as Ground[]).map((ground) => ({
          value: ground,
          disabled: rejected.includes(ground),
          label: rejected.includes(ground) ? `${say(GROUNDS[ground])}（${words.rejected}）` : say(GROUNDS[ground]),
        }))}
      />
    </Form.Item>
  );
}

export function TermField({ value, onChange }: Choice<Term>) {
  const words = useWords(WORDS);
  return (
    <Form.Item label={words.term} htmlFor="amount" required>
      <TermInput id="amount" value={value} onChange={onChange} />
    </Form.Item>
  );
}

/** A length of time in one of the four units. */
export function TermInput({ id, value, onChange }: Choice<Term> & { readonly id: string }) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        aria-label={words.amount}
        min={1}
        max={60}
        precision={0}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount: amount ?? 1 })}
      />
      <Select
        aria-label={words.unit}
        value={value.unit}
        onChange={(unit: TimeUnit) => onChange({ ...value, unit })}
        options={(Object.keys(UNIT_NAMES) as TimeUnit[]).map((unit) => ({ value: unit, label: say(UNIT_NAMES[unit]) }))}
        style={{ width: 150 }}
      />
    </Space.Compact>
  );
}
