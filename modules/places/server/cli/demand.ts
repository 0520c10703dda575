import type { Demand } from '#packages/coverage/divide';
import type { Layer, LayerFeature, Properties } from '#packages/geo-formats';
import { insidePoint } from '../../core/inside-point.ts';
import { BadInput } from './input.ts';

/** Names of the column of households, when none is given. */
const HOUSEHOLDS = ['households', '户数', 'hushu'];
/** So many bad features are told; the rest is counted. */
const MOST_LINES = 20;

/**
 * Where people live: points with their households; a polygon counts at a point inside it. Throws BadInput with every feature whose
 * number of households is no number, or that is a line or nowhere.
 */
export function demandOf({ features, name }: Layer, field: string | undefined): Demand {
  const column = columnOf(features, field, name);
  const lines: string[] = [];
  const rows = features.flatMap((feature) => {
    const households = countOf(feature.properties[column]);
    const place = placeOf(feature);
    if (households !== undefined && place) return [{ ...place, households }];
    const shown = String(feature.properties[column] ?? '').slice(0, 40);
    lines.push(
      place
        ? `${name}: 要素 ${feature.title} 的“${column}”不是户数 "${column}" is no count of households: "${shown}"`
        : `${name}: 要素 ${feature.title} 不是点或面 is no point or polygon`,
    );
    return [];
  });
  if (lines.length > MOST_LINES)
    lines.splice(MOST_LINES, Infinity, `${name}: ……另有 ${lines.length - MOST_LINES} 处 more`);
  if (lines.length > 0) throw new BadInput(lines);
  return {
    x: Int32Array.from(rows, ({ x }) => x),
    y: Int32Array.from(rows, ({ y }) => y),
    households: Float64Array.from(rows, ({ households }) => households),
  };
}

function columnOf(features: readonly LayerFeature[], field: string | undefined, file: string): string {
  const columns = Object.keys(features[0].properties);
  const found = columns.find((column) =>
    field === undefined ? HOUSEHOLDS.includes(column.toLowerCase()) : column === field,
  );
  if (found !== undefined) return found;
  const wanted = field ?? HOUSEHOLDS.join('/');
  throw new BadInput([
    `${file}: 没有户数字段 There is no field of households (${wanted}); --households FIELD: ${columns.join(', ')}`,
  ]);
}

function countOf(value: Properties[string]): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < 1e7 ? number : undefined;
}

function placeOf({ shape }: LayerFeature): { x: number; y: number } | undefined {
  if (shape.kind === 'point' && shape.points.length === 2) return { x: shape.points[0], y: shape.points[1] };
  if (shape.kind !== 'area' || shape.polygons.length === 0) return undefined;
  try {
    return insidePoint(shape.polygons);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
