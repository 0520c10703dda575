import { cellsToGeoJson } from '#packages/coverage';
import { cellOf } from '../../../core/published.ts';
import type { WorkingGrid } from './work.ts';

/** The grids as the file of a plan: GeoJSON in WGS 84, exact to the lattice. */
export function planFile(grids: readonly WorkingGrid[]): string {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const collection = cellsToGeoJson(grids.map(cellOf), ({ id }) => {
    const grid = known.get(id);
    const { name = '', kind = 'comprehensive', households = 0, sector = null } = grid ?? {};
    return { code: id, name, kind, households, ...(sector !== null && { sector }) };
  });
  return JSON.stringify(collection);
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number up to 999 as names of grids have it: 第十二网格. */
export function numberInChinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : '';
  return `${high}${zero}${ten}${ones > 0 || number === 0 ? DIGITS[ones] : ''}`;
}

/** Grids without a name, named by their community and number. */
export function nameByNumber(
  grids: readonly WorkingGrid[],
  communityName: (code: string) => string,
): readonly WorkingGrid[] {
  return grids
    .filter(({ name }) => name === '')
    .map((grid) => ({
      ...grid,
      name: `${communityName(grid.community)}第${numberInChinese(Number(grid.code.slice(12)))}网格`,
    }));
}
