import type { Drawing, PathShape, Shape } from '#packages/documents';
import type { Locale } from '#packages/kernel';
import type { BaseKind, BaseLine } from '../../core/base-lines.ts';
import { LINE_KINDS, type Outlined } from '../../core/extent.ts';
import { boundsOf, type Frame, frameAround, meets, piecesIn, placed } from './frame.ts';
import { type Labels, labelsIn, spotsIn } from './labels.ts';
import { MAP_WORDS } from './words.ts';

export interface Named extends Outlined {
  readonly name: string;
  /** Of the community. */
  readonly community: string;
}

export interface MapOf {
  readonly grid: Named;
  /** Grids round about. */
  readonly others: readonly Named[];
  readonly lines: readonly BaseLine[];
  readonly locale: Locale;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

const INK = { grid: '#0b5d52', border: '#8b9694', soft: '#5c6664', water: '#2f6f94', road: '#7a6a4f' } as const;

/** Metres that a line takes in the world, and what it takes at least and at most on paper. */
const BREADTH: Record<Exclude<BaseKind, 'park'>, readonly [metres: number, least: number, most: number]> = {
  river: [16, 3, 13],
  main: [18, 3, 10],
  road: [8, 1.6, 5],
};

const breadthOf = (kind: Exclude<BaseKind, 'park'>, { perMetre }: Frame): number => {
  const [metres, least, most] = BREADTH[kind];
  return Math.min(most, Math.max(least, metres * perMetre));
};

/** The map of a grid's extent: its outline, its neighbours, waters and roads, a north arrow and a scale bar. */
export function extentMap({ grid, others, lines, locale, width, height }: MapOf): Drawing {
  const frame = frameAround(grid.polygons, width, height);
  const near = others.filter(({ polygons }) => meets(boundsOf(polygons), frame.bounds));
  const under = lines.filter(({ bounds }) => meets(bounds, frame.bounds));
  const labels = labelsIn(frame);
  const furniture = furnitureOf(frame, locale, labels);
  nameGrid(grid, frame, labels);
  nameLines(under, frame, labels, locale);
  for (const other of near) nameNeighbour(other, grid, frame, labels);
  return {
    kind: 'drawing',
    width,
    height,
    shapes: [
      box(0, 0, width, height, { fill: '#faf9f4' }),
      ...linesOf(under, frame),
      ...near.map((other) => outlineOf(other, frame, { stroke: INK.border, width: 0.8, dash: [4, 2.5] })),
      outlineOf(grid, frame, { fill: INK.grid, opacity: 0.14, stroke: INK.grid, width: 2.4 }),
      ...labels.shapes(),
      ...furniture,
      box(0.5, 0.5, width - 1, height - 1, { stroke: INK.border, width: 1 }),
    ],
  };
}

type Look = Pick<PathShape, 'fill' | 'opacity' | 'stroke' | 'width' | 'dash'>;

const box = (x: number, y: number, width: number, height: number, look: Look): PathShape => ({
  kind: 'path',
  closed: true,
  lines: [[x, y, x + width, y, x + width, y + height, x, y + height]],
  ...look,
});

const outlineOf = ({ polygons }: Outlined, frame: Frame, look: Look): PathShape => ({
  kind: 'path',
  closed: true,
  lines: polygons.flat().map((ring) => placed(ring, frame)),
  ...look,
});

const piecesOf = (line: BaseLine, frame: Frame): number[][] => piecesIn(placed(line.points, frame), frame);

/** Parks, then waters, then roads with their edges: main roads on top. */
function linesOf(lines: readonly BaseLine[], frame: Frame): Shape[] {
  const of = (kind: BaseKind) => lines.filter((line) => line.kind === kind);
  const drawn = (kind: Exclude<BaseKind, 'park'>, stroke: string, more: number): Shape[] => {
    const pieces = of(kind).flatMap((line) => piecesOf(line, frame));
    const width = breadthOf(kind, frame) + more;
    return pieces.length > 0 ? [{ kind: 'path', closed: false, lines: pieces, stroke, width }] : [];
  };
  return [
    ...of('park').map(
      (park): Shape => ({ kind: 'path', closed: true, lines: [placed(park.points, frame)], fill: '#d9ead3' }),
    ),
    ...drawn('river', '#a8d0e6', 0),
    ...drawn('road', '#d8d2c2', 1.2),
    ...drawn('road', '#ffffff', 0),
    ...drawn('main', '#c9bfa6', 1.6),
    ...drawn('main', '#fff8e6', 0),
  ];
}

/** A name in two lines: its community, and what the grid is called in it. */
function linesOfName({ name, community }: Named, within?: string): string[] {
  const rest = name.startsWith(community) && name.length > community.length ? name.slice(community.length) : null;
  if (rest === null) return [name];
  return community === within ? [rest] : [community, rest];
}

function nameGrid(grid: Named, frame: Frame, labels: Labels): void {
  const spots = spotsIn(
    grid.polygons.flat().map((ring) => placed(ring, frame)),
    frame,
  );
  const look = { size: 13, colour: INK.grid, bold: true };
  spots.slice(0, 20).some(({ x, y }) => labels.set(linesOfName(grid), x, y, look));
}

function nameNeighbour(other: Named, grid: Named, frame: Frame, labels: Labels): void {
  const spots = spotsIn(
    other.polygons.flat().map((ring) => placed(ring, frame)),
    frame,
  );
  const lines = linesOfName(other, grid.community);
  const look = { size: 8.5, colour: INK.soft };
  spots
    .filter(({ room }) => room > 12)
    .slice(0, 12)
    .some(({ x, y }) => labels.set(lines, x, y, look));
}

/** One name for each water and road that is long enough in the window; small unnamed roads have none. */
function nameLines(lines: readonly BaseLine[], frame: Frame, labels: Labels, locale: Locale): void {
  const groups = new Map<string, { kind: BaseKind; points: number[] }>();
  for (const line of lines) {
    const named = line.name !== null || line.kind === 'river' || line.kind === 'main';
    if (!named) continue;
    const name = line.name ?? MAP_WORDS.kinds[line.kind]?.[locale] ?? LINE_KINDS[line.kind][locale];
    const group = groups.get(name) ?? { kind: line.kind, points: [] };
    groups.set(name, group);
    for (const piece of piecesOf(line, frame)) group.points.push(...pointsAlong(piece));
  }
  for (const [name, { kind, points }] of groups) {
    const colour = kind === 'river' ? INK.water : kind === 'park' ? '#4d7a3f' : INK.road;
    middlesOf(points, frame).some(([x, y]) => labels.set([name], x, y, { size: 8.5, colour }));
  }
}

const POINT_STEP = 15;
const MOST_STEPS = 1000;

/** Points every few millimetres along a chain: a straight road has vertices only at its ends. */
function pointsAlong(chain: readonly number[]): number[] {
  const points: number[] = [];
  for (let at = 0; at + 3 < chain.length; at += 2) {
    const [x1, y1, x2, y2] = chain.slice(at, at + 4);
    const steps = Math.min(MOST_STEPS, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / POINT_STEP));
    for (let step = 0; step < steps; step++) {
      points.push(x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps);
    }
  }
  return points;
}

/** Points of a line in the window, those nearest to a third of the way from its edge first. */
function middlesOf(points: readonly number[], { width, height }: Frame): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) found.push([points[at], points[at + 1]]);
  const edge = ([x, y]: readonly [number, number]) => Math.min(x, y, width - x, height - y);
  return found
    .filter((point) => edge(point) > 12)
    .sort((a, b) => Math.abs(edge(a) - 40) - Math.abs(edge(b) - 40))
    .slice(0, 40);
}

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** North arrow, scale bar and the note that the border is illustrative, each on a plate that keeps names away. */
function furnitureOf(frame: Frame, locale: Locale, labels: Labels): Shape[] {
  const { width, height, perMetre } = frame;
  const metres = STEPS.findLast((step) => step * perMetre <= 110) ?? STEPS[0];
  const long = metres * perMetre;
  const [left, base] = [width - long - 18, height - 14];
  labels.block(left - 12, height - 34, long + 30, 34);
  labels.block(width - 40, 0, 40, 52);
  const note = MAP_WORDS.illustrative[locale];
  const noteWidth = [...note].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 4.6 : 8), 14);
  labels.block(0, height - 20, noteWidth + 6, 20);
  return [
    box(left - 10, height - 32, long + 20, 26, { fill: '#ffffff', opacity: 0.85 }),
    {
      kind: 'path',
      closed: false,
      lines: [[left, base - 4, left, base, left + long, base, left + long, base - 4]],
      stroke: '#333333',
      width: 1.2,
    },
    {
      kind: 'text',
      x: left + long / 2,
      y: base - 6,
      text: MAP_WORDS.metres(metres)[locale],
      size: 8.5,
      anchor: 'middle',
      colour: '#333333',
    },
    box(width - 33, 7, 26, 40, { fill: '#ffffff', opacity: 0.85 }),
    {
      kind: 'path',
      closed: true,
      lines: [[width - 20, 10, width - 14, 28, width - 20, 24, width - 26, 28]],
      fill: '#333333',
    },
    {
      kind: 'text',
      x: width - 20,
      y: 42,
      text: MAP_WORDS.north[locale],
      size: 10,
      anchor: 'middle',
      colour: '#333333',
      bold: true,
    },
    box(5, height - 19, noteWidth, 14, { fill: '#ffffff', opacity: 0.85 }),
    { kind: 'text', x: 11, y: height - 9, text: note, size: 8, anchor: 'start', colour: '#555555' },
  ];
}
