import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Answered } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { access } from '../api.ts';
import styles from './actions.module.css';
import { unitChoices } from './units.ts';

const WORDS = {
  unit: text('责任单位', 'Responsible unit'),
  search: text('按名称查找单位', 'Find a unit by name'),
  none: text('没有这样的单位', 'There is no such unit'),
};

interface Props {
  readonly matter: MatterPage;
  readonly value: string | undefined;
  readonly onChange: (unit: string) => void;
}

const askOrganisations = () => access('GET /api/organisations');

/** Exactly one unit: the one that the list of duties names first, and why. */
export function UnitField({ matter, value, onChange }: Props) {
  const words = useWords(WORDS);
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: askOrganisations, staleTime: 3_600_000 });
  const { category, grid, unit, stage } = matter;
  const except = stage === 'returned' ? (unit?.id ?? null) : null;
  return (
    <Form.Item label={words.unit} required>
      <Answered query={organisations}>
        {(all) => (
          <Choices
            choices={unitChoices([...all], { category, grid: grid.code, except })}
            value={value}
            onChange={onChange}
          />
        )}
      </Answered>
    </Form.Item>
  );
}

interface ChoicesProps extends Omit<Props, 'matter'> {
  readonly choices: ReturnType<typeof unitChoices>;
}

function Choices({ choices, value, onChange }: ChoicesProps) {
  const words = useWords(WORDS);
  const say = useText();
  const [part, setPart] = useState('');
  const found = choices.filter(({ unit }) => unit.name.includes(part));
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
        options={found.map(({ unit, why }) => ({
          value: unit.id,
          label: (
            <span className={styles.unit}>
              <b>{unit.name}</b>
              {why && <small>{say(why)}</small>}
            </span>
          ),
        }))}
      />
      {found.length === 0 && <p>{words.none}</p>}
    </div>
  );
}
