import type { Barrier, BarrierKind } from '#packages/coverage/divide';
import type { Layer, LayerFeature } from '#packages/geo-formats';
import { BadInput } from './input.ts';

const KINDS: Readonly<Record<string, BarrierKind>> = {
  river: 'river',
  河流: 'river',
  main: 'main',
  主干道: 'main',
  road: 'road',
  道路: 'road',
  compound: 'compound',
  小区: 'compound',
};

/**
 * What borders follow or must not cut: lines (`kind`: river, main, road; a road when it does not say) and outlines of compounds.
 * Throws BadInput for a feature that is neither.
 */
export function barriersOf({ features, name }: Layer): Barrier[] {
  return features.flatMap((feature): Barrier[] => {
    const { shape, id, title } = feature;
    const kind = kindOf(feature, name);
    if (shape.kind === 'line' && kind !== 'compound') return shape.lines.map((line) => ({ id, kind, line }));
    if (shape.kind === 'area' && kind === 'compound') return shape.polygons.map(([line]) => ({ id, kind, line }));
    throw new BadInput([`${name}: 要素 ${title} 应为线，或小区的面 must be a line, or the polygon of a compound`]);
  });
}

function kindOf({ properties, shape, title }: LayerFeature, file: string): BarrierKind {
  const said = properties.kind ?? properties['类型'];
  if (said === undefined || said === null || said === '') return shape.kind === 'area' ? 'compound' : 'road';
  const kind = Object.hasOwn(KINDS, String(said)) ? KINDS[String(said)] : undefined;
  if (kind !== undefined) return kind;
  throw new BadInput([
    `${file}: 要素 ${title} 的类型未知 has an unknown kind: "${String(said).slice(0, 40)}" (${Object.keys(KINDS).join(', ')})`,
  ]);
}
