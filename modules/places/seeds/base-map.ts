import { dissolve, type EdgeKind, edgeEnds } from '#packages/coverage/divide';
import { encodeLine } from './arcs.ts';
import type { City } from './blocks.ts';

/** The base map as it is stored: lines and rings as steps from the origin, by what they are. */
export interface BaseFile {
  readonly source: string;
  readonly origin: readonly [number, number];
  readonly river: readonly (readonly number[])[];
  readonly main: readonly (readonly number[])[];
  readonly road: readonly (readonly number[])[];
  readonly park: readonly (readonly number[])[];
}

/** An unnamed, illustrative base map out of the edges of the blocks: what the borders follow. */
export function baseMap(city: City, origin: readonly [number, number]): BaseFile {
  const lines = (...kinds: EdgeKind[]): number[][] =>
    chainsOf(city, (kind) => kinds.includes(kind)).map((nodes) => encodeLine(pointsOf(city, nodes), origin));
  const parks = city.mesh.faces.filter((_, face) => city.green[face]).map((ring) => ringOf(city, ring));
  return {
    source: 'Made by make-district.ts from the blocks of the demo city: illustrative, unnamed',
    origin,
    river: lines('river'),
    main: lines('main'),
    road: lines('road'),
    park: dissolve(parks).map(([outer]) => encodeLine(outer, origin)),
  };
}

const ringOf = (city: City, ring: readonly number[]): Int32Array => Int32Array.from(pointsOf(city, ring));

const pointsOf = ({ mesh }: City, nodes: readonly number[]): number[] =>
  nodes.flatMap((node) => [mesh.x[node], mesh.y[node]]);

/** Joins the edges of some kinds to lines that run straight on through crossings where they can. */
function chainsOf({ mesh }: City, wanted: (kind: EdgeKind) => boolean): number[][] {
  const around = new Map<number, number[]>();
  const link = (a: number, b: number): void => {
    const list = around.get(a);
    if (list) list.push(b);
    else around.set(a, [b]);
  };
  for (const [key, kind] of mesh.kinds) {
    if (!wanted(kind)) continue;
    const [a, b] = edgeEnds(key);
    link(a, b);
    link(b, a);
  }
  const chains: number[][] = [];
  const starts = [...around.keys()].sort(
    (a, b) => (around.get(a)?.length ?? 0) - (around.get(b)?.length ?? 0) || a - b,
  );
  for (const start of starts) {
    while ((around.get(start)?.length ?? 0) > 0) chains.push(follow(mesh.x, mesh.y, around, start));
  }
  return chains;
}

function follow(x: readonly number[], y: readonly number[], around: Map<number, number[]>, start: number): number[] {
  const chain = [start];
  let node = start;
  let before: number | undefined;
  for (;;) {
    const next = straightest(x, y, before, node, around.get(node) ?? []);
    if (next === undefined) return chain;
    unlink(around, node, next);
    unlink(around, next, node);
    chain.push(next);
    before = node;
    node = next;
  }
}

function unlink(around: Map<number, number[]>, from: number, to: number): void {
  const list = around.get(from) ?? [];
  list.splice(list.indexOf(to), 1);
}

/** The neighbour that turns least, by less than 60 degrees; at the start of a line, the first one. */
function straightest(
  x: readonly number[],
  y: readonly number[],
  before: number | undefined,
  node: number,
  next: readonly number[],
): number | undefined {
  if (before === undefined) return next[0];
  const heading = Math.atan2(y[node] - y[before], x[node] - x[before]);
  const turn = (to: number): number => {
    const angle = Math.abs(Math.atan2(y[to] - y[node], x[to] - x[node]) - heading);
    return Math.min(angle, 2 * Math.PI - angle);
  };
  const best = next.toSorted((a, b) => turn(a) - turn(b) || a - b)[0];
  return best !== undefined && turn(best) < Math.PI / 3 ? best : undefined;
}
