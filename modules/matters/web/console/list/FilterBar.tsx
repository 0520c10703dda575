import { WarningOutlined } from '@ant-design/icons';
import { Button, Cascader, Input, Select } from 'antd';
import { AreaPicker, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import { STAGES, type Stage } from '../../../core/lifecycle.ts';
import { sightOf } from '../../../core/policy.ts';
import { categoryOptions } from '../category-names.ts';
import type { Filters } from './filters.ts';
import styles from './list.module.css';

const WORDS = {
  search: text('搜索内容或地址', 'Search in words and addresses'),
  stage: text('环节', 'Stage'),
  category: text('类别', 'Kind'),
  area: text('区域', 'Area'),
  overdue: text('只看超时', 'Late only'),
};

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Where somebody handles for a unit and sees no area, they may choose any street or community of the district. */
const scopesOf = (actor: Person): readonly string[] => {
  const { areas } = sightOf(actor);
  return areas.length > 0 ? areas : actor.grants.map(({ area }) => area);
};

/** What the list is narrowed to. */
export function FilterBar({ filters, onChange }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const { q, stage, category, area, overdue } = filters;
  const scopes = scopesOf(actor);
  return (
    <search className={styles.filters}>
      <Input.Search
        key={q}
        id="matters-search"
        className={styles.q}
        allowClear
        defaultValue={q}
        placeholder={words.search}
        aria-label={words.search}
        onSearch={(typed) => onChange({ ...filters, q: typed.trim() || undefined })}
      />
      <Select
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        value={[...stage]}
        placeholder={words.stage}
        aria-label={words.stage}
        onChange={(chosen: Stage[]) => onChange({ ...filters, stage: chosen })}
        options={(Object.keys(STAGES) as Stage[]).map((name) => ({ value: name, label: say(STAGES[name].label) }))}
      />
      <Cascader
        allowClear
        changeOnSelect
        showSearch
        value={category ? [...new Set([category.slice(0, 2), category])] : []}
        placeholder={words.category}
        aria-label={words.category}
        displayRender={(labels) => labels.at(-1)}
        options={categoryOptions(say)}
        onChange={(path) => onChange({ ...filters, category: path?.at(-1) })}
      />
      {scopes.some((scope) => scope.length < 12) && (
        <AreaPicker
          scopes={scopes}
          value={area}
          placeholder={words.area}
          onChange={(code) => onChange({ ...filters, area: code })}
        />
      )}
      <Button
        type={overdue ? 'primary' : 'default'}
        aria-pressed={overdue}
        icon={<WarningOutlined aria-hidden />}
        onClick={() => onChange({ ...filters, overdue: !overdue })}
      >
        {words.overdue}
      </Button>
    </search>
  );
}
