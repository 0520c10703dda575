import {
  buildGraph,
  cutAlong,
  type EdgeKind,
  edgeEnds,
  faceAreaMetres,
  type Graph,
  type Mesh,
  meshOfRing,
  type Point,
  type Random,
  type Scale,
  subdivide,
} from '#packages/coverage/divide';
import { LINES, type Line, STREETS } from './city.ts';

/** The blocks of the demo city: a mesh, and for each face its street, its households and whether it is a park. */
export interface City {
  readonly mesh: Mesh;
  readonly scale: Scale;
  readonly street: number[];
  readonly households: number[];
  readonly green: boolean[];
}

/** Drawn position (GCJ-02 degrees) to the lattice (WGS 84). */
export type Projection = (lon: number, lat: number) => Point;

/** A cut that would end within this many metres of a corner ends at the corner. */
const SNAP = 9;
/** A block is cut further while it would hold more households than this, or more ground (m2). */
const BLOCK_HOUSEHOLDS = 42;
const BLOCK_AREA = 70_000;

/** Cuts the outline into blocks along the drawn lines and then by ever smaller streets, and peoples them. */
export function buildCity(outline: Int32Array, project: Projection, scale: Scale, random: Random): City {
  const mesh = meshOfRing(outline);
  floodCanal(mesh, project);
  const lines = LINES.map((line) => ({ ...line, drawn: bend(line.points.map(([lon, lat]) => project(lon, lat))) }));
  const sides = new Map(lines.map((line) => [line.name, line.drawn]));
  for (const line of lines) drawLine(mesh, line, line.drawn, sides, scale);
  const street = mesh.faces.map((_, face) => streetOf(mesh, face, sides));
  const city: City = { mesh, scale, street, households: [], green: [] };
  cutBlocks(city, random);
  people(city, random);
  return city;
}

/** The Grand Canal (京杭大运河) is the western edge of the district: outline edges in this box are river. */
function floodCanal(mesh: Mesh, project: Projection): void {
  const [east] = project(120.5915, 31.3);
  const north = project(120.55, 31.357)[1];
  const isCanal = (node: number): boolean => mesh.x[node] < east && mesh.y[node] < north;
  for (const key of mesh.kinds.keys()) if (edgeEnds(key).every(isCanal)) mesh.kinds.set(key, 'river');
}

/** Rounds the corners of a drawn line off (three turns of Chaikin's corner cutting). */
function bend(line: readonly Point[]): readonly Point[] {
  let points = line;
  for (let turn = 0; turn < 3; turn++) {
    const between = points.slice(1).flatMap(([x, y], i): Point[] => {
      const [u, v] = points[i];
      return [
        [0.75 * u + 0.25 * x, 0.75 * v + 0.25 * y],
        [0.25 * u + 0.75 * x, 0.25 * v + 0.75 * y],
      ];
    });
    points = [points[0], ...between, points[points.length - 1]];
  }
  return points;
}

type Sides = ReadonlyMap<string, readonly Point[]>;

function drawLine(mesh: Mesh, line: Line, drawn: readonly Point[], sides: Sides, scale: Scale): void {
  const only = line.within;
  const chosen = mesh.faces.map((_, face) => face).filter((face) => !only || liesWithin(mesh, face, only, sides));
  cutAlong(mesh, drawn, line.kind, SNAP / scale.y, chosen);
}

function liesWithin(mesh: Mesh, face: number, within: readonly string[], sides: Sides): boolean {
  const centre = centreOf(mesh, face);
  return within.every((side) => isLeft(centre, sides.get(side.slice(1)) ?? []) === side.startsWith('+'));
}

function streetOf(mesh: Mesh, face: number, sides: Sides): number {
  const found = STREETS.findIndex(({ sectors }) => sectors.some((sector) => liesWithin(mesh, face, sector, sides)));
  if (found < 0) throw new RangeError(`no street has the sector around ${centreOf(mesh, face).join(', ')}`);
  return found;
}

/** Whether a point lies to the left of a line, judged by the nearest stretch of the line. */
function isLeft([px, py]: Point, line: readonly Point[]): boolean {
  let nearest = Number.POSITIVE_INFINITY;
  let left = false;
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i];
    const [dx, dy] = [line[i + 1][0] - ax, line[i + 1][1] - ay];
    const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
    const distance = Math.hypot(px - ax - t * dx, py - ay - t * dy);
    if (distance >= nearest) continue;
    nearest = distance;
    left = dx * (py - ay) - dy * (px - ax) > 0;
  }
  return left;
}

/** Centre of gravity of a face, E7. */
export function centreOf(mesh: Mesh, face: number): Point {
  const ring = mesh.faces[face];
  const [x0, y0] = [mesh.x[ring[0]], mesh.y[ring[0]]];
  let [sx, sy, sum] = [0, 0, 0];
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = [mesh.x[ring[i]] - x0, mesh.y[ring[i]] - y0];
    const [bx, by] = [mesh.x[ring[i + 1]] - x0, mesh.y[ring[i + 1]] - y0];
    const cross = ax * by - bx * ay;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
    sum += cross;
  }
  return [x0 + sx / (3 * sum), y0 + sy / (3 * sum)];
}

function cutBlocks({ mesh, scale, street }: City, random: Random): void {
  const density = streetDensities(mesh, scale, street);
  const kindOf = (area: number): EdgeKind => (area > 900_000 ? 'main' : area > 160_000 ? 'road' : 'lane');
  subdivide(
    mesh,
    mesh.faces.map((_, face) => face),
    {
      scale,
      random,
      snap: SNAP,
      next: (face, area) =>
        area * density[street[face]] > BLOCK_HOUSEHOLDS || area > BLOCK_AREA ? kindOf(area) : undefined,
      onCut: (face, other) => {
        street[other] = street[face];
      },
    },
  );
}

/** Households per square metre of each street. */
function streetDensities(mesh: Mesh, scale: Scale, street: readonly number[]): number[] {
  const area = STREETS.map(() => 0);
  street.forEach((s, face) => {
    area[s] += faceAreaMetres(mesh, face, scale);
  });
  return STREETS.map(({ households }, s) => households / area[s]);
}

/** Households per block: by area, denser and thinner from place to place; one block in thirty is a park or a works. */
function people({ mesh, scale, street, households, green }: City, random: Random): void {
  const waves = Array.from({ length: 12 }, () => [random() * 6.28, random() * 6.28, 0.4 + random() * 1.6] as const);
  const sums = STREETS.map(() => 0);
  const raw = mesh.faces.map((_, face) => {
    const area = faceAreaMetres(mesh, face, scale);
    const [x, y] = centreOf(mesh, face);
    const [u, v] = [((x - mesh.x[0]) * scale.x) / 1000, ((y - mesh.y[0]) * scale.y) / 1000];
    let wave = 0;
    for (const [angle, phase, f] of waves)
      wave += Math.sin((u * Math.cos(angle) + v * Math.sin(angle)) * f * 2 + phase);
    green.push(area > 9_000 && random() < 0.05);
    const amount = green[face] ? 0 : area * Math.exp(0.11 * wave + 0.35 * (random() - 0.5));
    sums[street[face]] += amount;
    return amount;
  });
  raw.forEach((amount, face) => {
    households.push(Math.round((amount * STREETS[street[face]].households) / sums[street[face]]));
  });
}

const COST: Readonly<Record<EdgeKind, number>> = { outline: 0, river: 0.1, main: 0.2, road: 0.5, lane: 1 };

/** The blocks as a graph: a border costs its length, less along rivers and wide roads. */
export function cityGraph({ mesh, scale, households }: City): Graph {
  const from: number[] = [];
  const to: number[] = [];
  const border: number[] = [];
  for (const [key, kind] of mesh.kinds) {
    const [a, b] = edgeEnds(key);
    const left = mesh.left.get(a * 2 ** 26 + b);
    const right = mesh.left.get(b * 2 ** 26 + a);
    if (left === undefined || right === undefined) continue;
    from.push(left);
    to.push(right);
    border.push(Math.hypot((mesh.x[a] - mesh.x[b]) * scale.x, (mesh.y[a] - mesh.y[b]) * scale.y) * COST[kind]);
  }
  const centres = mesh.faces.map((_, face) => centreOf(mesh, face));
  const units = {
    weight: Float64Array.from(households),
    x: Float64Array.from(centres, ([x]) => (x - mesh.x[0]) * scale.x),
    y: Float64Array.from(centres, ([, y]) => (y - mesh.y[0]) * scale.y),
  };
  return buildGraph(units, { from, to, border });
}
