import { Alert } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Verdict } from './work.ts';

const WORDS = {
  sound: text('0 处问题：不重叠、不遗漏、全覆盖、无缝隙', '0 faults: no overlap, no omission, all covered, no seam'),
  unsound: (n: number) => text(`${n} 处问题`, `${n} faults`),
  facts: (grids: number, km2: string) => text(`${grids} 个网格，共 ${km2} 平方公里`, `${grids} grids, ${km2} km²`),
  exact: text('，面积与全区分毫不差。', ', the area of the district to the last square.'),
  inexact: text('，面积与全区不符。', ', not the area of the district.'),
};

/** What the check says of the grids as a whole. */
export function VerdictNotice({ verdict, faults }: { readonly verdict: Verdict; readonly faults: number }) {
  const words = useWords(WORDS);
  const { sound, grids, areaM2, exact } = verdict;
  return (
    <Alert
      type={sound ? 'success' : 'error'}
      showIcon
      title={sound ? words.sound : words.unsound(faults)}
      description={`${words.facts(grids, (areaM2 / 1e6).toFixed(2))}${exact ? words.exact : words.inexact}`}
    />
  );
}
