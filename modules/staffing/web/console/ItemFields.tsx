import { Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { DutyRow } from '../../core/api.ts';
import { DUTY_KINDS, type DutyKind, PERIODS, type Period } from '../../core/duty.ts';
import { GRIDS } from '../words.ts';
import styles from './duties.module.css';

type Item = DutyRow['item'];

const WORDS = {
  name: text('事项名称', 'Name of the item'),
  kind: text('类别', 'Kind'),
  basis: text('依据（法律、文件及条款）', 'Legal basis (law or document, article)'),
  duty: text('网格员做什么，不做什么', 'What the grid worker does, and does not do'),
  times: text('频次', 'How often'),
  per: text('周期', 'Period'),
  hours: text('每个网格每月工时', 'Hours a month in a grid'),
  fee: text('每个网格每月费用（元）', 'Fee a month in a grid (yuan)'),
  feeHint: text('费随事转：由申请部门支付', 'Money follows the task: the department pays'),
  grids: text('适用网格', 'Grids'),
};

export const BLANK: Item = {
  name: '',
  kind: 'risks',
  basis: '',
  duty: '',
  frequency: { times: 1, per: 'month' },
  hours: 2,
  fee: 0,
  grids: 'all',
};

export const isComplete = ({ name, basis, duty }: Item): boolean =>
  [name, basis, duty].every((words) => words.trim() !== '');

interface Props {
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}

/** An item as a department asks for it. */
export function ItemFields({ item, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const set = (part: Partial<Item>) => onChange({ ...item, ...part });
  const { times, per } = item.frequency;
  return (
    <>
      <Form.Item label={words.name} htmlFor="name" required>
        <Input id="name" maxLength={60} value={item.name} onChange={(event) => set({ name: event.target.value })} />
      </Form.Item>
      <Form.Item label={words.kind} htmlFor="kind" required>
        <Select
          id="kind"
          value={item.kind}
          onChange={(kind: DutyKind) => set({ kind })}
          options={(Object.keys(DUTY_KINDS) as DutyKind[]).map((kind) => ({
            value: kind,
            label: say(DUTY_KINDS[kind]),
          }))}
        />
      </Form.Item>
      <Form.Item label={words.basis} htmlFor="basis" required>
        <Input id="basis" maxLength={200} value={item.basis} onChange={(event) => set({ basis: event.target.value })} />
      </Form.Item>
      <Form.Item label={words.duty} htmlFor="duty" required>
        <Input.TextArea
          id="duty"
          maxLength={500}
          showCount
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={item.duty}
          onChange={(event) => set({ duty: event.target.value })}
        />
      </Form.Item>
      <div className={styles.numbers}>
        <Form.Item label={words.times} htmlFor="times" required>
          <Space.Compact>
            <Select
              aria-label={words.per}
              value={per}
              onChange={(period: Period) => set({ frequency: { times, per: period } })}
              options={(Object.keys(PERIODS) as Period[]).map((period) => ({
                value: period,
                label: say(PERIODS[period]),
              }))}
              style={{ width: 110 }}
            />
            <InputNumber
              id="times"
              min={1}
              max={60}
              precision={0}
              value={times}
              onChange={(n) => set({ frequency: { times: n ?? 1, per } })}
            />
          </Space.Compact>
        </Form.Item>
        <Form.Item label={words.hours} htmlFor="hours" required>
          <InputNumber
            id="hours"
            min={0.5}
            max={160}
            step={0.5}
            value={item.hours}
            onChange={(hours) => set({ hours: Math.round((hours ?? 0.5) * 2) / 2 })}
          />
        </Form.Item>
        <Form.Item label={words.fee} htmlFor="fee" required extra={words.feeHint}>
          <InputNumber
            id="fee"
            min={0}
            max={1_000_000}
            precision={2}
            value={item.fee / 100}
            onChange={(yuan) => set({ fee: Math.round((yuan ?? 0) * 100) })}
          />
        </Form.Item>
      </div>
      <Form.Item label={words.grids} required>
        <Radio.Group
          aria-label={words.grids}
          value={item.grids}
          onChange={(event) => set({ grids: event.target.value as Item['grids'] })}
          options={(Object.keys(GRIDS) as Item['grids'][]).map((grids) => ({ value: grids, label: say(GRIDS[grids]) }))}
        />
      </Form.Item>
    </>
  );
}
