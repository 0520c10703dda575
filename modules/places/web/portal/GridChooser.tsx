import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Select } from '#packages/web-kit/ui';
import { useAreas, useGrids } from './api.ts';
import styles from './places.module.css';

const WORDS = {
  street: text('街道', 'Street'),
  community: text('社区', 'Community'),
  grid: text('网格', 'Grid'),
  choose: text('请选择', 'Choose'),
};

interface Props {
  /** Code of what is chosen so far: nothing, a street, a community or a grid. */
  readonly code: string;
  readonly onChoose: (code: string) => void;
}

/** Street, community and grid as three lists: the same choice without a map. */
export function GridChooser({ code, onChoose }: Props) {
  const words = useWords(WORDS);
  const { data: areas = [] } = useAreas();
  const [street, community] = [code.slice(0, 9), code.length >= 12 ? code.slice(0, 12) : ''];
  const { data: grids = [] } = useGrids(community);
  const below = (level: 'street' | 'community', within: string) =>
    areas
      .filter((area) => area.level === level && area.code.startsWith(within))
      .map((area) => ({ value: area.code, label: area.name }));
  return (
    <div className={styles.lists}>
      <Select
        label={words.street}
        none={words.choose}
        value={street}
        options={below('street', '')}
        onChange={onChoose}
      />
      <Select
        label={words.community}
        none={words.choose}
        value={community}
        disabled={street === ''}
        options={street === '' ? [] : below('community', street)}
        onChange={(chosen) => onChoose(chosen || street)}
      />
      <Select
        label={words.grid}
        none={words.choose}
        value={code.length === 15 ? code : ''}
        disabled={community === ''}
        options={grids.map((grid) => ({ value: grid.code, label: grid.name }))}
        onChange={(chosen) => onChoose(chosen || community)}
      />
    </div>
  );
}
