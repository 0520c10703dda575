import { buildLocator, type Locator } from '#packages/coverage';
import type { Barrier, BarrierKind } from '#packages/coverage/divide';
import type { LayerFeature } from '#packages/geo-formats';
import { type Text, text } from '#packages/kernel';
import { GRID_KINDS, type GridKind } from '../../../contract.ts';
import { insidePoint } from '../../../core/inside-point.ts';
import { type AreaShape, cellOf } from '../../../core/published.ts';
import type { DemandPoints, FieldChoice, LayerContent, LayerUse } from './layer.ts';
import { newGrid, type WorkingGrid } from './work.ts';

/** A property of a layer's features, with a value as an example. */
export interface Field {
  readonly name: string;
  readonly example: string;
  /** In how many features it has a value. */
  readonly filled: number;
}

/** The properties that the features have, in the order of their appearance. */
export function fieldsOf(features: readonly LayerFeature[]): Field[] {
  const fields = new Map<string, { example: string; filled: number }>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties)) {
      const known = fields.get(name) ?? { example: '', filled: 0 };
      const shown = isFilled(value) ? String(value).slice(0, 40) : '';
      fields.set(name, {
        example: known.example || shown,
        filled: known.filled + (isFilled(value) ? 1 : 0),
      });
    }
  }
  return [...fields].map(([name, rest]) => ({ name, ...rest }));
}

const isFilled = (value: unknown): value is string | number =>
  (typeof value === 'string' && value.trim() !== '') || (typeof value === 'number' && Number.isFinite(value));

/** What such fields are called in the tables of departments. */
const USUAL: Readonly<Record<keyof FieldChoice, RegExp>> = {
  code: /^(code|grid_?code|wgbm|wgdm|bm|dm|id|网格编[码号]|编[码号]|代码|网格代码)$/i,
  name: /^(name|grid_?name|wgmc|mc|网格名称?|名称)$/i,
  households: /^(households?|hs|zhs|户数|总户数|居民户数)$/i,
};

/** The fields that are probably meant: by their names alone, for a person to confirm. */
export function usualFields(fields: readonly Field[]): FieldChoice {
  const find = (wanted: keyof FieldChoice): string | null =>
    fields.find(({ name }) => USUAL[wanted].test(name.trim()))?.name ?? null;
  return { code: find('code'), name: find('name'), households: find('households') };
}

/** What a layer is probably for: areas are grids, points are people, lines are roads. */
export function usualUse(features: readonly LayerFeature[]): LayerUse {
  const kinds = features.map(({ shape }) => shape.kind);
  const most = (['area', 'point', 'line'] as const)
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .sort((a, b) => b.count - a.count)[0].kind;
  return most === 'area' ? 'grids' : most === 'point' ? 'demand' : 'road';
}

export interface Interpreted {
  readonly content: LayerContent;
  /** What a person should know: codes that were missing, features that are left out. */
  readonly issues: readonly Text[];
}

export interface Reading {
  readonly features: readonly LayerFeature[];
  readonly fields: FieldChoice;
  readonly use: LayerUse;
}

/** What the features of a layer are in the workbench. `taken`: codes that a grid without one must not get. */
export function interpret(reading: Reading, areas: readonly AreaShape[], taken: ReadonlySet<string>): Interpreted {
  if (reading.use === 'grids') return gridsOf(reading, areas, taken);
  if (reading.use === 'demand') return demandOf(reading);
  return barriersOf(reading.features, reading.use);
}

function gridsOf({ features, fields }: Reading, areas: readonly AreaShape[], taken: ReadonlySet<string>): Interpreted {
  const naming = new Naming(areas, taken);
  const foreign = features.filter(({ shape }) => shape.kind !== 'area');
  const grids = features.flatMap((feature): WorkingGrid[] => {
    const { shape, properties } = feature;
    if (shape.kind !== 'area') return [];
    const code = naming.codeOf(feature, fields.code);
    if (code === undefined) return [];
    const name = fields.name === null ? '' : String(properties[fields.name] ?? '').trim();
    const households = fields.households === null ? 0 : countOf(properties[fields.households]);
    return [{ ...newGrid(code, shape.polygons), name, households, ...kindOf(properties) }];
  });
  return { content: { kind: 'grids', grids }, issues: [...leftOut(foreign), ...naming.issues()] };
}

/** Kind and sector, for files that were written by this platform. */
function kindOf({ kind, sector }: LayerFeature['properties']): Pick<WorkingGrid, 'kind' | 'sector'> {
  const known = (Object.keys(GRID_KINDS) as GridKind[]).find((one) => kind === one || kind === GRID_KINDS[one].zh);
  return {
    kind: known ?? 'comprehensive',
    sector: known === 'dedicated' && typeof sector === 'string' && sector !== '' ? sector : null,
  };
}

const countOf = (value: unknown): number => {
  const count = Number(value);
  return Number.isFinite(count) && count > 0 ? Math.round(count) : 0;
};

/** Gives each grid the code that its file says, or one that is free in the community in which it lies. */
class Naming {
  readonly #communities: readonly AreaShape[];
  readonly #known: ReadonlySet<string>;
  readonly #locator: Locator;
  readonly #taken: Set<string>;
  readonly #own = new Set<string>();
  readonly #given: string[] = [];
  readonly #repeated: string[] = [];
  readonly #outside: string[] = [];

  constructor(areas: readonly AreaShape[], taken: ReadonlySet<string>) {
    this.#communities = areas.filter(({ level }) => level === 'community');
    this.#known = new Set(this.#communities.map(({ code }) => code));
    this.#locator = buildLocator(this.#communities.map(cellOf));
    this.#taken = new Set(taken);
  }

  /** Undefined for a grid that lies nowhere in the district, and has no code of it. */
  codeOf({ shape, properties, title }: LayerFeature, field: string | null): string | undefined {
    const said = field === null ? '' : String(properties[field] ?? '').trim();
    const isKnown = /^\d{15}$/.test(said) && this.#known.has(said.slice(0, 12));
    if (isKnown && !this.#own.has(said)) {
      this.#own.add(said);
      return said;
    }
    if (isKnown) this.#repeated.push(`${title}（${said}）`);
    const community = shape.kind === 'area' ? this.#communityOf(shape.polygons) : undefined;
    if (community === undefined) {
      this.#outside.push(title);
      return undefined;
    }
    const code = this.#freeIn(community);
    if (!isKnown) this.#given.push(`${title} → ${code}`);
    return code;
  }

  #communityOf(polygons: WorkingGrid['polygons']): string | undefined {
    try {
      const { x, y } = insidePoint(polygons);
      return this.#communities[this.#locator.locate(x, y)]?.code;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return undefined;
      throw error;
    }
  }

  #freeIn(community: string): string {
    let number = 1;
    const code = (): string => `${community}${String(number).padStart(3, '0')}`;
    while (this.#taken.has(code()) || this.#own.has(code())) number += 1;
    this.#own.add(code());
    return code();
  }

  issues(): Text[] {
    return [
      ...issue(this.#repeated, '编码重复，已另给编码', 'codes come twice, the second grid got another one'),
      ...issue(
        this.#given,
        '没有本区的 15 位编码，已按所在社区给临时编码',
        'without a 15-digit code of this district: given a code in the community in which they lie',
      ),
      ...issue(this.#outside, '不在本区，未采用', 'lie outside the district, left out'),
    ];
  }
}

const NAMED = 3;

function issue(titles: readonly string[], zh: string, en: string): Text[] {
  if (titles.length === 0) return [];
  const more = titles.length > NAMED ? '…' : '';
  const names = titles.slice(0, NAMED);
  return [
    text(
      `${titles.length} 个要素${zh}：${names.join('、')}${more}`,
      `${titles.length} ${en}: ${names.join(', ')}${more}`,
    ),
  ];
}

const leftOut = (features: readonly LayerFeature[]): Text[] =>
  issue(
    features.map(({ title }) => title),
    '不是所选用途的图形，未采用',
    'features have another kind of shape, left out',
  );

function demandOf({ features, fields }: Reading): Interpreted {
  const points = features.flatMap(({ shape, properties }) => {
    if (shape.kind !== 'point') return [];
    const households = fields.households === null ? 1 : countOf(properties[fields.households]);
    return Array.from({ length: shape.points.length / 2 }, (_, i) => ({
      x: shape.points[2 * i],
      y: shape.points[2 * i + 1],
      households: i === 0 ? households : 0,
    }));
  });
  const demand: DemandPoints = {
    x: Int32Array.from(points, ({ x }) => x),
    y: Int32Array.from(points, ({ y }) => y),
    households: Float64Array.from(points, ({ households }) => households),
  };
  return {
    content: { kind: 'demand', demand },
    issues: leftOut(features.filter(({ shape }) => shape.kind !== 'point')),
  };
}

function barriersOf(features: readonly LayerFeature[], kind: BarrierKind): Interpreted {
  const isArea = kind === 'compound';
  const barriers = features.flatMap(({ id, shape }): Barrier[] => {
    if (isArea && shape.kind === 'area') {
      return shape.polygons.map(([outer], i) => ({ id: i === 0 ? id : `${id}-${i + 1}`, kind, line: outer }));
    }
    if (isArea || shape.kind !== 'line') return [];
    return shape.lines.map((line, i) => ({ id: i === 0 ? id : `${id}-${i + 1}`, kind, line }));
  });
  const foreign = features.filter(({ shape }) => shape.kind !== (isArea ? 'area' : 'line'));
  return { content: { kind: 'barriers', barriers }, issues: leftOut(foreign) };
}
