import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, exactArea2 } from './check.ts';
import { CoverageEditor, type EditOperation, type Point } from './edit.ts';
import { CoverageError } from './error.ts';
import type { Cell } from './lattice.ts';
import { seededNumbers, syntheticDistrict } from './synthetic.ts';

const box = (id: string, x: number, y: number, width: number, height: number): Cell => ({
  id,
  polygons: [[Int32Array.of(x, y, x + width, y, x + width, y + height, x, y + height)]],
});
const four = (): Cell[] => [
  box('sw', 0, 0, 50, 50),
  box('se', 50, 0, 50, 50),
  box('nw', 0, 50, 50, 50),
  box('ne', 50, 50, 50, 50),
];

const ringsOf = (editor: CoverageEditor, id: string): string =>
  editor
    .cell(id)
    .polygons.map((polygon) => polygon.map((ring) => ring.join(' ')).join(' / '))
    .join(' ; ');

const reason = (editor: CoverageEditor, operation: EditOperation): string => {
  try {
    editor.apply(operation);
  } catch (error) {
    if (error instanceof CoverageError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'done';
};

describe('split', () => {
  it('by a line beyond both sides: the neighbours on both ends get the vertices', () => {
    const editor = new CoverageEditor(four());
    const { diff } = editor.apply({ op: 'split', id: 'sw', line: [30, -10, 30, 60], newId: 'part' });
    expect(ringsOf(editor, 'sw')).toBe('0 0 30 0 30 50 0 50');
    expect(ringsOf(editor, 'part')).toBe('30 0 50 0 50 50 30 50');
    expect(ringsOf(editor, 'nw')).toBe('0 50 30 50 50 50 50 100 0 100');
    expect(diff.flows.map(({ from, to }) => `${from} > ${to}`)).toEqual(['sw > part']);
    expect(diff.redrawn).toEqual(['nw']);
  });

  it('is refused when the line does not cut the cell in two, or the id is taken', () => {
    const editor = new CoverageEditor(four());
    expect(reason(editor, { op: 'split', id: 'sw', line: [30, -10, 30, 40], newId: 'part' })).toContain('1 parts');
    expect(reason(editor, { op: 'split', id: 'sw', line: [30, -10, 30, 60], newId: 'ne' })).toContain('is taken');
    expect(reason(editor, { op: 'split', id: 'none', line: [30, -10, 30, 60], newId: 'part' })).toContain(
      'unknown_cell',
    );
  });
});

describe('merge', () => {
  it('drops the border between the cells and keeps the vertices that others need', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'merge', ids: ['sw', 'se'] });
    expect(ringsOf(editor, 'sw')).toBe('0 0 50 0 100 0 100 50 50 50 0 50');
    expect(editor.cells.map((cell) => cell.id)).toEqual(['sw', 'nw', 'ne']);
  });

  it('is refused for cells that only meet in a corner', () => {
    expect(reason(new CoverageEditor(four()), { op: 'merge', ids: ['sw', 'ne'] })).toContain('beside each other');
  });
});

describe('transfer', () => {
  it('a block at the border changes hands', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'transfer', from: 'sw', to: 'se', area: box('', 40, 10, 30, 20).polygons });
    expect(ringsOf(editor, 'sw')).toBe('0 0 50 0 50 10 40 10 40 30 50 30 50 50 0 50');
    expect(ringsOf(editor, 'se')).toBe('50 0 100 0 100 50 50 50 50 30 40 30 40 10 50 10');
  });

  it('is refused when the block is not beside the taker, or is everything', () => {
    const editor = new CoverageEditor(four());
    expect(reason(editor, { op: 'transfer', from: 'sw', to: 'ne', area: box('', 10, 10, 10, 10).polygons })).toContain(
      'parts',
    );
    expect(reason(editor, { op: 'transfer', from: 'sw', to: 'se', area: box('', -1, -1, 60, 60).polygons })).toContain(
      'merge it',
    );
    expect(reason(editor, { op: 'transfer', from: 'sw', to: 'se', area: box('', 70, 70, 10, 10).polygons })).toContain(
      'Nothing',
    );
  });
});

describe('borders and vertices', () => {
  it('a shared border is moved in both cells', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'move_border', between: ['sw', 'se'], line: [50, 0, 60, 25, 50, 50] });
    expect(ringsOf(editor, 'sw')).toBe('0 0 50 0 60 25 50 50 0 50');
    expect(ringsOf(editor, 'se')).toBe('50 0 100 0 100 50 50 50 60 25');
    expect(reason(editor, { op: 'move_border', between: ['sw', 'se'], line: [50, 0, 50, 49] })).toContain(
      'begin and end',
    );
    expect(reason(editor, { op: 'move_border', between: ['sw', 'se'], line: [50, 0, 120, 25, 50, 50] })).toContain(
      'fault',
    );
  });

  it('a vertex is moved in all four cells, but not over another border and not on the outline', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'move_vertex', from: [50, 50], to: [60, 55] });
    expect(ringsOf(editor, 'ne')).toBe('100 50 100 100 50 100 60 55');
    expect(reason(editor, { op: 'move_vertex', from: [60, 55], to: [200, 55] })).toContain('fault');
    expect(reason(editor, { op: 'move_vertex', from: [0, 0], to: [1, 1] })).toContain('outer boundary');
    expect(reason(editor, { op: 'move_vertex', from: [7, 7], to: [1, 1] })).toContain('no vertex');
  });

  it('a vertex is inserted in both cells and removed from both', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'insert_vertex', a: [50, 0], b: [50, 50], at: [52, 20] });
    expect(ringsOf(editor, 'sw')).toBe('0 0 50 0 52 20 50 50 0 50');
    editor.apply({ op: 'remove_vertex', at: [52, 20] });
    expect(ringsOf(editor, 'sw')).toBe('0 0 50 0 50 50 0 50');
    expect(reason(editor, { op: 'remove_vertex', at: [50, 50] })).toContain('Several borders');
  });

  it('undo takes back one change at a time', () => {
    const editor = new CoverageEditor(four());
    editor.apply({ op: 'merge', ids: ['sw', 'se'] });
    editor.apply({ op: 'merge', ids: ['sw', 'nw'] });
    expect(editor.undo()?.summary.en).toContain('nw');
    editor.undo();
    expect(editor.undo()).toBeUndefined();
    expect(editor.cells.map((cell) => cell.id).sort()).toEqual(['ne', 'nw', 'se', 'sw']);
  });
});

/** Some operation near a random place; many are refused, which is as it should be. */
function anyOperation(editor: CoverageEditor, random: () => number, n: number): EditOperation {
  const { cells } = editor;
  const cell = cells[Math.floor(random() * cells.length)];
  const ring = cell.polygons[0][0];
  const at = (i: number): Point => [ring[(2 * i) % ring.length], ring[(2 * i + 1) % ring.length]];
  const i = Math.floor(random() * (ring.length / 2));
  const near = ([x, y]: Point, by: number): Point => [
    x + Math.round((random() - 0.5) * by),
    y + Math.round((random() - 0.5) * by),
  ];
  const j = i + 1 + Math.floor(random() * (ring.length / 2 - 1));
  const [x1, y1] = at(i + 1);
  const beside = cells.filter(
    ({ id, polygons: [[outer]] }) =>
      id !== cell.id && outer.some((x, k) => k % 2 === 0 && x === x1 && outer[k + 1] === y1),
  );
  const other = [...beside, ...cells][Math.floor(random() * (beside.length || cells.length))];
  const middle: Point = [Math.round((at(i)[0] + at(i + 1)[0]) / 2), Math.round((at(i)[1] + at(i + 1)[1]) / 2)];
  switch (Math.floor(random() * 7)) {
    case 0:
      return { op: 'split', id: cell.id, line: [...near(at(i), 9000), ...near(at(j), 9000)], newId: `n${n}` };
    case 1:
      return { op: 'merge', ids: [cell.id, other.id] };
    case 2: {
      const [x, y] = near(at(i), 6000);
      return {
        op: 'transfer',
        from: cell.id,
        to: other.id,
        area: [[Int32Array.of(x, y, x + 7001, y + 13, x + 6500, y + 8009)]],
      };
    }
    case 3:
      return { op: 'move_vertex', from: at(i), to: near(at(i), 4000) };
    case 4:
      return { op: 'insert_vertex', a: at(i), b: at(i + 1), at: near(middle, 300) };
    case 5:
      return { op: 'remove_vertex', at: at(i) };
    default:
      return {
        op: 'move_border',
        between: [cell.id, other.id],
        line: [...at(i), ...near(at(i + 1), 3000), ...at(i + 2)],
      };
  }
}

describe('after any sequence of operations', () => {
  it('check finds nothing, the area is the same exactly, and undo leads back to the start', () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { cells, boundary } = syntheticDistrict({ columns: 4, rows: 3, bends: 2, seed });
        const editor = new CoverageEditor(cells, boundary);
        const random = seededNumbers(seed);
        let changes = 0;
        for (let n = 0; n < 40; n++) {
          const operation = anyOperation(editor, random, n);
          if (!reason(editor, operation).startsWith('done')) continue;
          changes++;
          done.set(operation.op, (done.get(operation.op) ?? 0) + 1);
          const report = check(editor.cells, { boundary: editor.boundary });
          expect(report.faults.map((fault) => `${operation.op} ${fault.text.en}`)).toEqual([]);
          expect(report.area2).toBe(exactArea2(boundary));
        }
        for (let n = 0; n < changes; n++) editor.undo();
        const sorted = (list: readonly Cell[]): string[] => list.map((cell) => JSON.stringify(cell)).sort();
        expect(sorted(editor.cells)).toEqual(sorted(cells));
        expect(editor.boundary).toBe(boundary);
      }),
      { numRuns: 40 },
    );
    expect([...done.keys()].sort()).toEqual([
      'insert_vertex',
      'merge',
      'move_border',
      'move_vertex',
      'remove_vertex',
      'split',
      'transfer',
    ]);
  });
});
