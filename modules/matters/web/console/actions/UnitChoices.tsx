import { Input, Radio } from 'antd';
import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Organisation } from '../../../../access/contract.ts';
import styles from './actions.module.css';

const WORDS = {
  unit: text('责任单位', 'Responsible unit'),
  search: text('按名称查找单位', 'Find a unit by name'),
  none: text('没有这样的单位', 'There is no such unit'),
  proposed: text('目录建议', 'Proposed by the catalogue'),
};

interface Props {
  readonly choices: readonly Organisation[];
  readonly proposed: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (unit: string) => void;
}

/** Exactly one unit out of those that serve the place. */
export function UnitChoices({ choices, proposed, value, onChange }: Props) {
  const words = useWords(WORDS);
  const [part, setPart] = useState('');
  const found = choices.filter(({ name }) => name.includes(part));
  return (
    <div className={styles.units}>
      <Input.Search
        allowClear
        aria-label={words.search}
        placeholder={words.search}
        onChange={(event) => setPart(event.target.value.trim())}
      />
      <Radio.Group
        aria-label={words.unit}
        vertical
        value={value}
        onChange={(event) => onChange(event.target.value as string)}
        options={found.map(({ id, name }) => ({
          value: id,
          label: (
            <span className={styles.unit}>
              <b>{name}</b>
              {id === proposed && <small>{words.proposed}</small>}
            </span>
          ),
        }))}
      />
      {found.length === 0 && <p>{words.none}</p>}
    </div>
  );
}
