import { Form, Select } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Organisation } from '../../../../access/contract.ts';
import type { Values } from './body.ts';

const WORDS = {
  co: text('协办单位', 'Units that help'),
  none: text('可以不选', 'None need be chosen'),
};

interface Props {
  readonly choices: readonly Organisation[];
  readonly values: Pick<Values, 'co' | 'unit'>;
  readonly onChange: (co: string[]) => void;
}

/** Units that help the responsible one; any number, also none. */
export function HelpersField({ choices, values: { co, unit }, onChange }: Props) {
  const words = useWords(WORDS);
  return (
    <Form.Item label={words.co} htmlFor="co">
      <Select
        id="co"
        mode="multiple"
        optionFilterProp="label"
        placeholder={words.none}
        value={[...co]}
        onChange={onChange}
        options={choices.filter(({ id }) => id !== unit).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
