import { metresPerDegree, type Polygon } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import type { BaseKind, BaseLine } from './base-lines.ts';

/** The extent of a grid in words, as its notice says it (滨州网格条例 6(2): 区域范围): what lies to its east, south, west and north. */

export type Side = 'east' | 'south' | 'west' | 'north';

export interface Outlined {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** One edge of the outline with what lies beyond it. */
interface Edge {
  readonly side: Side;
  readonly metres: number;
  /** Code of the neighbour; null: nobody, the district ends. */
  readonly neighbour: string | null;
  readonly line: BaseLine | null;
}

export interface SideFacts {
  readonly side: Side;
  readonly metres: number;
  /** With the longest border first. */
  readonly neighbours: readonly (string | null)[];
  /** What the border follows, for the most part. */
  readonly line: { readonly kind: BaseKind; readonly name: string | null } | null;
}

/** A border follows a line that runs no further away than this. */
const NEAR_METRES = 20;
/** Cosine of the angle between them at most (25 degrees). */
const PARALLEL = Math.cos((25 * Math.PI) / 180);
/** Shares of a side: less is not named. */
const NEIGHBOUR_SHARE = 0.12;
const LINE_SHARE = 0.4;
const NAMED_MOST = 3;

const SIDES: readonly Side[] = ['east', 'south', 'west', 'north'];

interface Scale {
  /** Metres for one unit of E7. */
  readonly x: number;
  readonly y: number;
}

export const scaleAt = (latitude: number): Scale => {
  const { lon, lat } = metresPerDegree(latitude);
  return { x: lon / 1e7, y: lat / 1e7 };
};

/** The outline of a grid by sides: a side is where the outline faces, so that a bay counts for the side it looks to. */
export function sidesOf(grid: Outlined, others: readonly Outlined[], lines: readonly BaseLine[]): SideFacts[] {
  const owners = ownersOf(others);
  const [outer] = grid.polygons[0];
  const scale = scaleAt(outer[1] / 1e7);
  const edges = grid.polygons.flatMap(([ring]) => edgesOf(ring, owners, lines, scale));
  return SIDES.map((side) => factsOf(side, edges)).filter(({ metres }) => metres > 0);
}

const key = (x1: number, y1: number, x2: number, y2: number): string => `${x1} ${y1} ${x2} ${y2}`;

/** Whose edge it is: of a sound plan each inner edge is used once in either direction. */
function ownersOf(grids: readonly Outlined[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { code, polygons } of grids) {
    for (const ring of polygons.flat()) {
      for (let at = 0; at < ring.length; at += 2) {
        const next = (at + 2) % ring.length;
        owners.set(key(ring[at], ring[at + 1], ring[next], ring[next + 1]), code);
      }
    }
  }
  return owners;
}

function edgesOf(ring: Int32Array, owners: Map<string, string>, lines: readonly BaseLine[], scale: Scale): Edge[] {
  const edges: Edge[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length;
    const [x1, y1, x2, y2] = [ring[at], ring[at + 1], ring[next], ring[next + 1]];
    const [dx, dy] = [(x2 - x1) * scale.x, (y2 - y1) * scale.y];
    edges.push({
      side: sideOf(dx, dy),
      metres: Math.hypot(dx, dy),
      neighbour: owners.get(key(x2, y2, x1, y1)) ?? null,
      line: followed(x1, y1, x2, y2, lines, scale),
    });
  }
  return edges;
}

/** An outer ring runs counter-clockwise: what lies beyond an edge is at its right. */
function sideOf(dx: number, dy: number): Side {
  if (Math.abs(dy) >= Math.abs(dx)) return dy > 0 ? 'east' : 'west';
  return dx > 0 ? 'south' : 'north';
}

/** The line that an edge follows: the nearest one that runs along its middle. */
function followed(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  lines: readonly BaseLine[],
  scale: Scale,
): BaseLine | null {
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const [wide, high] = [NEAR_METRES / scale.x, NEAR_METRES / scale.y];
  const edge = [(x2 - x1) * scale.x, (y2 - y1) * scale.y] as const;
  let best: BaseLine | null = null;
  let least = NEAR_METRES;
  for (const line of lines) {
    const [west, south, east, north] = line.bounds;
    if (mx < west - wide || mx > east + wide || my < south - high || my > north + high) continue;
    const metres = distanceAlong(line.points, mx, my, edge, scale);
    if (metres < least) [best, least] = [line, metres];
  }
  return best;
}

function distanceAlong(
  points: Float64Array,
  mx: number,
  my: number,
  [ex, ey]: readonly [number, number],
  scale: Scale,
): number {
  const length = Math.hypot(ex, ey);
  let least = Infinity;
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [ax, ay] = [(points[at] - mx) * scale.x, (points[at + 1] - my) * scale.y];
    const [dx, dy] = [(points[at + 2] - points[at]) * scale.x, (points[at + 3] - points[at + 1]) * scale.y];
    const long = Math.hypot(dx, dy);
    if (long === 0 || Math.abs(dx * ex + dy * ey) < PARALLEL * long * length) continue;
    const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (long * long)));
    least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return least;
}

function factsOf(side: Side, all: readonly Edge[]): SideFacts {
  const edges = all.filter((edge) => edge.side === side);
  const metres = edges.reduce((sum, edge) => sum + edge.metres, 0);
  const neighbours = tally(edges, (edge) => edge.neighbour);
  const lines = tally(edges, ({ line }) => line && `${line.kind} ${line.name ?? ''}`);
  const [most] = lines.filter(([name, long]) => name !== null && long >= LINE_SHARE * metres);
  const line =
    edges.find((edge) => edge.line && most && `${edge.line.kind} ${edge.line.name ?? ''}` === most[0])?.line ?? null;
  return {
    side,
    metres,
    neighbours: neighbours.filter(([, long]) => long >= NEIGHBOUR_SHARE * metres).map(([code]) => code),
    line: line && { kind: line.kind, name: line.name },
  };
}

function tally(edges: readonly Edge[], of: (edge: Edge) => string | null): [string | null, number][] {
  const sums = new Map<string | null, number>();
  for (const edge of edges) sums.set(of(edge), (sums.get(of(edge)) ?? 0) + edge.metres);
  return [...sums].sort(([a, x], [b, y]) => y - x || String(a).localeCompare(String(b)));
}

const COMPASS: Record<Side, Text> = {
  east: text('东', 'East'),
  south: text('南', 'South'),
  west: text('西', 'West'),
  north: text('北', 'North'),
};

export const LINE_KINDS: Record<BaseKind, Text> = {
  river: text('河道', 'a waterway'),
  main: text('主干道路', 'a main road'),
  road: text('道路', 'a road'),
  park: text('绿地', 'a green'),
};

const listed = (names: readonly string[]): Text => {
  const more = names.length > NAMED_MOST;
  const shown = names.slice(0, NAMED_MOST);
  return text(shown.join('、') + (more ? '等' : ''), shown.join(', ') + (more ? ' and others' : ''));
};

/** One side as a phrase: 东至河道，与观前社区第二网格相邻 */
export function sideInWords({ side, neighbours, line }: SideFacts, nameOf: (code: string) => string): Text {
  const grids = neighbours.flatMap((code) => (code === null ? [] : [nameOf(code)]));
  const ends = neighbours.includes(null);
  const edge = line && (line.name ? text(line.name, line.name) : LINE_KINDS[line.kind]);
  const until = [edge, ends ? text('区界', 'the district’s border') : null].filter((part) => part !== null);
  const { zh, en } = listed(grids);
  const to = until.length > 0 ? `至${until.map((part) => part.zh).join('、')}` : '';
  const beside = grids.length > 0 ? `${to ? '，' : ''}与${zh}相邻` : '';
  const words = [...until.map((part) => part.en), ...(grids.length > 0 ? [`next to ${en}`] : [])].join('; ');
  return text(`${COMPASS[side].zh}${to}${beside}`, `${COMPASS[side].en}: ${words}`);
}
