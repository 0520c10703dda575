import { Form, Radio } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import styles from './actions.module.css';
import { UNLISTED } from './body.ts';

const WORDS = {
  duty: text('清单事项', 'Item of the list of duties'),
  other: text('清单里没有', 'Not on the list'),
};

interface Props {
  readonly matter: MatterPage;
  readonly value: string | undefined;
  readonly onChange: (duty: string) => void;
}

/** What may be asked of the workers of this grid. */
export function DutyField({ matter: { duties }, value, onChange }: Props) {
  const words = useWords(WORDS);
  return (
    <Form.Item label={words.duty} required>
      <div className={styles.units}>
        <Radio.Group
          aria-label={words.duty}
          vertical
          value={value}
          onChange={(event) => onChange(event.target.value as string)}
          options={[
            ...duties.map(({ id, name }) => ({ value: id, label: name })),
            { value: UNLISTED, label: words.other },
          ]}
        />
      </div>
    </Form.Item>
  );
}
