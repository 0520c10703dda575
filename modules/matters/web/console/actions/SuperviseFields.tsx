import { Form, Radio, Select } from 'antd';
import { useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { MatterPage } from '../../../core/api.ts';
import { reachOf } from '../../../core/policy.ts';
import { ANSWER_TERMS, LEVELS, type Level, TRIGGERS, type Trigger } from '../../../core/supervision.ts';
import { termInWords } from '../clock-words.ts';
import type { Values } from './body.ts';

const WORDS = {
  level: text('级别', 'Level'),
  answer: (term: string) => text(`${term}内回复`, `answer within ${term}`),
  trigger: text('事由', 'Why'),
  choose: text('选择事由', 'Choose why'),
};

interface Props {
  readonly matter: MatterPage;
  readonly values: Pick<Values, 'level' | 'trigger'>;
  readonly onChange: (part: Partial<Values>) => void;
}

/** How strongly, within what the person may use, and why. */
export function SuperviseFields({ matter, values: { level, trigger }, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const reach = reachOf({ actor: useActor() as Person, isReporter: false }, matter.grid.code);
  return (
    <>
      <Form.Item label={words.level} required>
        <Radio.Group
          aria-label={words.level}
          vertical
          value={level}
          onChange={(event) => onChange({ level: event.target.value as Level })}
          options={reach.map((one) => ({
            value: one,
            label: `${say(LEVELS[one])} · ${words.answer(say(termInWords(ANSWER_TERMS[one])))}`,
          }))}
        />
      </Form.Item>
      <Form.Item label={words.trigger} htmlFor="trigger" required>
        <Select
          id="trigger"
          placeholder={words.choose}
          value={trigger}
          onChange={(chosen: Trigger) => onChange({ trigger: chosen })}
          options={(Object.keys(TRIGGERS) as Trigger[]).map((one) => ({ value: one, label: say(TRIGGERS[one]) }))}
        />
      </Form.Item>
    </>
  );
}
