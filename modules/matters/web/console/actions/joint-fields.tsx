import { Checkbox, Form, Radio } from 'antd';
import { useEffect } from 'react';
import { useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import type { PartPage } from '../../../core/joint-api.ts';
import styles from './actions.module.css';
import type { Values } from './body.ts';
import type { StaffAction } from './forms.ts';

const WORDS = {
  part: text('单位', 'Unit'),
  whistle: text('吹哨', 'The whistle'),
  justified: text('合理：确需多家一起办', 'Justified: several units were needed'),
  unjustified: text('不合理：一家就能办', 'Not justified: one unit could do it'),
  came: text('到场的单位', 'Units that came'),
};

const isOpen = ({ reportedAt, excusedAt }: PartPage) => reportedAt === null && excusedAt === null;

interface PartProps {
  readonly action: StaffAction;
  readonly matter: MatterPage;
  readonly value: string | undefined;
  readonly onChange: (part: string) => void;
}

/** Whose part: of those that are open, a unit's own where it reports, any where the whistler releases it. */
export function PartField({ action, matter, value, onChange }: PartProps) {
  const words = useWords(WORDS);
  const { grants } = useActor();
  const own = (part: PartPage) => grants.some(({ organisation }) => organisation === part.unit.id);
  const parts = (matter.joint?.parts ?? []).filter((part) => isOpen(part) && (action === 'excuse' || own(part)));
  const only = parts.length === 1 ? parts[0].unit.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that stands alone is chosen by itself
  useEffect(() => {
    if (only !== undefined && value === undefined) onChange(only);
  }, [only]);
  return (
    <Form.Item label={words.part} required>
      <Radio.Group
        aria-label={words.part}
        vertical
        value={value}
        onChange={(event) => onChange(event.target.value as string)}
        options={parts.map(({ unit, task }) => ({
          value: unit.id,
          label: (
            <span className={styles.unit}>
              <b>{unit.name}</b>
              <small>{task}</small>
            </span>
          ),
        }))}
      />
    </Form.Item>
  );
}

interface AppraisalProps {
  readonly matter: MatterPage;
  readonly values: Pick<Values, 'justified' | 'came'>;
  readonly onChange: (part: Partial<Values>) => void;
}

/** Both sides of a joint order: whether the whistle was justified, which units came. */
export function AppraisalFields({ matter, values: { justified, came }, onChange }: AppraisalProps) {
  const words = useWords(WORDS);
  const called = (matter.joint?.parts ?? []).filter(({ excusedAt }) => excusedAt === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who reported is taken to have come, unless the centre says otherwise
  useEffect(() => onChange({ came: called.map(({ unit }) => unit.id) }), []);
  return (
    <>
      <Form.Item label={words.whistle} required>
        <Radio.Group
          aria-label={words.whistle}
          vertical
          value={justified}
          onChange={(event) => onChange({ justified: event.target.value as boolean })}
          options={[
            { value: true, label: words.justified },
            { value: false, label: words.unjustified },
          ]}
        />
      </Form.Item>
      <Form.Item label={words.came}>
        <Checkbox.Group
          className={styles.units}
          value={[...came]}
          onChange={(chosen) => onChange({ came: chosen })}
          options={called.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
        />
      </Form.Item>
    </>
  );
}
