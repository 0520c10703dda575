import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { polygonArea2, ringArea2 } from '#packages/coverage';
import { decodeLine, encodeArcs, ringReader } from './arcs.ts';
import { readDemoDistrict, readDistrict, shortName } from './district.ts';

const district = readDemoDistrict();
const ofLevel = (level: string) => district.areas.filter((area) => area.level === level);
const area2 = (cells: readonly { cell: { polygons: readonly (readonly Int32Array[])[] } }[]): number =>
  cells.reduce((sum, { cell }) => sum + cell.polygons.reduce((s, polygon) => s + polygonArea2(polygon), 0), 0);

interface Edge {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

function edgesOf(cells: readonly { cell: { polygons: readonly (readonly Int32Array[])[] } }[]): Edge[] {
  const edges: Edge[] = [];
  for (const ring of cells.flatMap(({ cell }) => cell.polygons.flat())) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      edges.push({ a: [ring[i], ring[i + 1]], b: [ring[j], ring[j + 1]] });
    }
  }
  return edges;
}

const forward = ({ a, b }: Edge): string => `${a} ${b}`;
const backward = ({ a, b }: Edge): string => `${b} ${a}`;

const side = ([ax, ay]: Edge['a'], [bx, by]: Edge['a'], [cx, cy]: Edge['a']): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Whether two edges meet anywhere but in a common end. */
function conflict(e: Edge, f: Edge): boolean {
  const same = (p: Edge['a'], q: Edge['a']): boolean => p[0] === q[0] && p[1] === q[1];
  if (same(e.a, f.a) || same(e.a, f.b) || same(e.b, f.a) || same(e.b, f.b)) return false;
  const apart = (g: Edge, h: Edge): boolean => side(g.a, g.b, h.a) * side(g.a, g.b, h.b) > 0;
  if (apart(e, f) || apart(f, e)) return false;
  const meet = (d: 0 | 1): boolean =>
    Math.max(Math.min(e.a[d], e.b[d]), Math.min(f.a[d], f.b[d])) <=
    Math.min(Math.max(e.a[d], e.b[d]), Math.max(f.a[d], f.b[d]));
  return meet(0) && meet(1);
}

/** Pairs of different undirected edges that conflict, found through square buckets. */
function conflicts(edges: readonly Edge[], bucket: number): [Edge, Edge][] {
  const buckets = new Map<string, Edge[]>();
  const cell = (v: number): number => Math.floor(v / bucket);
  for (const edge of edges) {
    for (let x = cell(Math.min(edge.a[0], edge.b[0])); x <= cell(Math.max(edge.a[0], edge.b[0])); x++) {
      for (let y = cell(Math.min(edge.a[1], edge.b[1])); y <= cell(Math.max(edge.a[1], edge.b[1])); y++) {
        const list = buckets.get(`${x},${y}`);
        if (list) list.push(edge);
        else buckets.set(`${x},${y}`, [edge]);
      }
    }
  }
  return [...buckets.values()].flatMap((list) =>
    list.flatMap((e, i) => list.slice(i + 1).flatMap((f): [Edge, Edge][] => (conflict(e, f) ? [[e, f]] : []))),
  );
}

describe('the demo district', () => {
  it('has the district, its 8 streets and 171 communities with their published codes and names', () => {
    expect([ofLevel('district').length, ofLevel('street').length, ofLevel('community').length]).toEqual([1, 8, 171]);
    expect(ofLevel('district')[0]).toMatchObject({ code: '320508', name: '姑苏区', parent: null });
    expect(ofLevel('street').map(({ code, name }) => `${code} ${name}`)).toEqual([
      '320508017 白洋湾街道',
      '320508018 平江街道',
      '320508019 金阊街道',
      '320508020 沧浪街道',
      '320508021 双塔街道',
      '320508022 虎丘街道',
      '320508023 苏锦街道',
      '320508024 吴门桥街道',
    ]);
    const find = (code: string) => district.areas.find((area) => area.code === code);
    expect(find('320508018036')).toMatchObject({ name: '观前社区', official: '观前社区居委会', parent: '320508018' });
    expect(find('320508018203')).toMatchObject({ name: '梅巷村', official: '梅巷村委会' });
    expect(new Set(district.areas.map(({ code }) => code)).size).toBe(180);
  });

  it('has about 850 grids of 300 to 500 households, about 340,000 in all', () => {
    const households = district.grids.map((grid) => grid.households);
    const total = households.reduce((a, b) => a + b, 0);
    expect(district.grids.length).toBeGreaterThan(820);
    expect(district.grids.length).toBeLessThan(880);
    expect(Math.min(...households)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...households)).toBeLessThanOrEqual(500);
    expect(Math.abs(total - 340_000)).toBeLessThan(5_000);
  });

  it('codes and names the grids of each community 001 第一网格, 002 第二网格, ...', () => {
    for (const community of ofLevel('community')) {
      const grids = district.grids.filter((grid) => grid.community === community.code);
      expect(grids.map((grid) => grid.code.slice(12))).toEqual(grids.map((_, i) => String(i + 1).padStart(3, '0')));
      expect(grids[0].name).toBe(`${community.name}第一网格`);
      for (const grid of grids) expect(grid.code.slice(0, 12)).toBe(community.code);
    }
    expect(district.grids.find((grid) => grid.code === '320508017003002')?.name).toBe('路南社区第二网格');
  });

  it('numbers rows from north to south, each from west to east', () => {
    const middle = (grids: typeof district.grids, d: 0 | 1): number => {
      const values = grids.flatMap(({ cell }) => [...cell.polygons[0][0]].filter((_, i) => i % 2 === d));
      return values.reduce((a, b) => a + b, 0) / values.length;
    };
    const rows = ofLevel('community').map(({ code }) => district.grids.filter((grid) => grid.community === code));
    const southward = rows.filter((grids) => middle(grids.slice(0, 1), 1) >= middle(grids.slice(-1), 1));
    expect(southward.length).toBeGreaterThan(rows.length * 0.9);
    expect(middle(rows[0].slice(0, 1), 0)).toBeLessThan(middle(rows[0].slice(1, 2), 0));
  });
});

describe('the coverage of the demo district', () => {
  it('gives every grid, community and street one polygon without holes inside its rings', () => {
    for (const { cell } of [...district.grids, ...district.areas]) {
      expect(cell.polygons.length).toBe(1);
      expect(ringArea2(cell.polygons[0][0])).toBeGreaterThan(0);
      for (const hole of cell.polygons[0].slice(1)) expect(ringArea2(hole)).toBeLessThan(0);
    }
  });

  it.each([
    ['grids', 'communities', district.grids, ofLevel('community'), 12],
    ['communities', 'streets', ofLevel('community'), ofLevel('street'), 9],
    ['streets', 'district', ofLevel('street'), ofLevel('district'), 6],
  ] as const)('adds the areas of %s up to those of %s exactly', (_from, _to, children, parents, length) => {
    for (const parent of parents) {
      const own = children.filter((child) => child.code.slice(0, length) === parent.code);
      expect(area2(own)).toBe(area2([parent]));
    }
  });

  it('fills the outline exactly', () => {
    const file = JSON.parse(readFileSync(new URL('./320508.outline.json', import.meta.url), 'utf8')) as {
      origin: [number, number];
      ring: number[];
    };
    const [[ring]] = ofLevel('district')[0].cell.polygons;
    expect(area2(district.grids)).toBe(ringArea2(decodeLine(file.ring, file.origin)));
    expect(new Set(edgesOf([{ cell: { polygons: [[decodeLine(file.ring, file.origin)]] } }]).map(forward))).toEqual(
      new Set(edgesOf([{ cell: { polygons: [[ring]] } }]).map(forward)),
    );
  });

  it.each(['grid', 'community', 'street'])('uses every inner edge of a %s twice, in opposite directions', (level) => {
    const edges = edgesOf(level === 'grid' ? district.grids : ofLevel(level));
    const directed = new Set(edges.map(forward));
    expect(directed.size).toBe(edges.length);
    const outer = edges.filter((edge) => !directed.has(backward(edge)));
    expect(new Set(outer.map(forward))).toEqual(new Set(edgesOf(ofLevel('district')).map(forward)));
  });

  it('has no two edges that cross or touch but in a common node', () => {
    const once = new Map(edgesOf(district.grids).map((edge) => [[forward(edge), backward(edge)].sort()[0], edge]));
    expect(conflicts([...once.values()], 10_000)).toEqual([]);
  });
});

describe('the base map', () => {
  it('has rivers, main roads, roads and parks, all near the district', () => {
    expect(new Set(district.base.features.map((f) => f.properties?.['kind']))).toEqual(
      new Set(['river', 'main', 'road', 'park']),
    );
    for (const { geometry } of district.base.features) {
      const points =
        geometry.type === 'Polygon'
          ? geometry.coordinates[0]
          : geometry.type === 'LineString'
            ? geometry.coordinates
            : [];
      expect(points.length).toBeGreaterThan(1);
      for (const [lon, lat] of points) expect(Math.hypot(lon - 120.587, lat - 31.321)).toBeLessThan(0.1);
    }
  });
});

describe('reading a district', () => {
  const square = (x: number, y: number, s: number) => Int32Array.of(x, y, x + s, y, x + s, y + s, x, y + s);

  it('gives back the rings that were written, each shared arc written once', () => {
    const cells = [[square(0, 0, 10)], [square(10, 0, 10)]];
    const file = encodeArcs(cells, [0, 0]);
    const ringOf = ringReader(file);
    expect(file.arcs.length).toBe(3);
    const read = file.cells.map((rings) => rings.map(ringOf));
    expect(read.map(([ring]) => ringArea2(ring))).toEqual([200, 200]);
    expect(new Set(edgesOf([{ cell: { polygons: read } }]).map(forward))).toEqual(
      new Set(edgesOf([{ cell: { polygons: cells } }]).map(forward)),
    );
  });

  it('writes the border of a cell that lies wholly in another once', () => {
    const hole = Int32Array.of(5, 5, 5, 15, 15, 15, 15, 5);
    const file = encodeArcs([[square(0, 0, 20), hole], [square(5, 5, 10)]], [0, 0]);
    expect(file.arcs.length).toBe(2);
    expect(file.cells[1]).toEqual([[-2]]);
  });

  it('refuses an area without grids', () => {
    const empty = { source: '', origin: [0, 0] as const };
    const base = { ...empty, river: [], main: [], road: [], park: [] };
    expect(() =>
      readDistrict(
        { source: '', areas: [{ code: '320508', name: '姑苏区' }] },
        { ...empty, arcs: [], grids: [] },
        base,
      ),
    ).toThrow('has no grids');
  });

  it('shortens the name of a committee to the name of its place', () => {
    expect([shortName('梅花村委会'), shortName('虎丘社区居委会'), shortName('姑苏区')]).toEqual([
      '梅花村',
      '虎丘社区',
      '姑苏区',
    ]);
  });
});
