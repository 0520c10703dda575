import { text } from '#packages/kernel';
import { useLocale, useWords } from '#packages/web-kit';
import { type OptionGroup, Select } from '#packages/web-kit/ui';
import { useAreas, useCategories } from '../api.ts';
import styles from './around.module.css';
import type { Filter } from './query.ts';

const WORDS = {
  street: text('街道', 'Street'),
  community: text('社区', 'Community'),
  kind: text('类别', 'Kind'),
  allStreets: text('全区', 'Whole district'),
  allCommunities: text('全部社区', 'All communities'),
  allKinds: text('全部类别', 'All kinds'),
  wholeGroup: (name: string) => text(`${name}（全部）`, `${name} (all)`),
};

const STREET = 9;
const COMMUNITY = 12;

interface Props {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function Filters({ filter, onChange }: Props) {
  const words = useWords(WORDS);
  const { data: areas = [] } = useAreas();
  const street = filter.area.slice(0, STREET);
  const optionsOf = (level: 'street' | 'community', within: string) =>
    areas
      .filter((area) => area.level === level && area.code.startsWith(within))
      .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className={styles.filters}>
      <Select
        label={words.street}
        none={words.allStreets}
        value={street}
        options={optionsOf('street', '')}
        onChange={(area) => onChange({ ...filter, area })}
      />
      <Select
        label={words.community}
        none={words.allCommunities}
        value={filter.area.length >= COMMUNITY ? filter.area.slice(0, COMMUNITY) : ''}
        disabled={street === ''}
        options={street === '' ? [] : optionsOf('community', street)}
        onChange={(area) => onChange({ ...filter, area: area || street })}
      />
      <Select
        label={words.kind}
        none={words.allKinds}
        value={filter.category}
        groups={useKindGroups()}
        onChange={(category) => onChange({ ...filter, category })}
      />
    </div>
  );
}

function useKindGroups(): OptionGroup[] {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { data = [] } = useCategories();
  return data.map(({ code, name, kinds }) => ({
    label: name[locale],
    options: [
      { value: code, label: words.wholeGroup(name[locale]) },
      ...kinds.map((kind) => ({ value: kind.code, label: kind.name[locale] })),
    ],
  }));
}
