import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { Answered } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import styles from './actions.module.css';
import { EMPTY_PART, type PartDraft } from './body.ts';
import { TermInput } from './choice-fields.tsx';
import { unitChoices } from './units.ts';
import { useOrganisations } from './use-organisations.ts';

const WORDS = {
  parts: text('报到单位、任务和时限', 'Units, tasks and terms'),
  unit: (n: number) => text(`第 ${n} 个报到单位`, `Unit ${n}`),
  choose: text('选择单位', 'Choose a unit'),
  task: (n: number) => text(`第 ${n} 个单位的任务`, `Task of unit ${n}`),
  asked: text('请它做什么', 'What it is asked to do'),
  drop: (n: number) => text(`去掉第 ${n} 个单位`, `Leave out unit ${n}`),
  more: text('再加一个单位', 'Another unit'),
};

const MOST = 12;

interface Props {
  readonly matter: MatterPage;
  readonly parts: readonly PartDraft[];
  readonly onChange: (parts: readonly PartDraft[]) => void;
}

/** Who is called for what, until when: a row a unit. */
export function PartsField({ matter: { grid, unit: lead }, parts, onChange }: Props) {
  const words = useWords(WORDS);
  const change = (i: number, part: Partial<PartDraft>) =>
    onChange(parts.map((old, k) => (k === i ? { ...old, ...part } : old)));
  return (
    <Form.Item label={words.parts} required>
      <Answered query={useOrganisations()}>
        {(all) => {
          const choices = unitChoices(all, { grid: grid.code, except: lead?.id ?? null, proposed: null });
          return (
            <div className={styles.parts}>
              {parts.map(({ unit, task, term }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity until they are sent
                <div key={i} className={styles.part}>
                  <Select
                    aria-label={words.unit(i + 1)}
                    placeholder={words.choose}
                    showSearch
                    optionFilterProp="label"
                    value={unit}
                    onChange={(chosen) => change(i, { unit: chosen })}
                    options={choices
                      .filter(({ id }) => id === unit || !parts.some((part) => part.unit === id))
                      .map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <Input
                    aria-label={words.task(i + 1)}
                    placeholder={words.asked}
                    maxLength={300}
                    value={task}
                    onChange={(event) => change(i, { task: event.target.value })}
                  />
                  <TermInput id={`part-${i}`} value={term} onChange={(chosen) => change(i, { term: chosen })} />
                  {parts.length > 1 && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={words.drop(i + 1)}
                      onClick={() => onChange(parts.filter((_, k) => k !== i))}
                    />
                  )}
                </div>
              ))}
              {parts.length < MOST && (
                <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...parts, EMPTY_PART])}>
                  {words.more}
                </Button>
              )}
            </div>
          );
        }}
      </Answered>
    </Form.Item>
  );
}
