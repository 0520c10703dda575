import type { Barrier, Demand, DivideInput } from './input.ts';
import type { Random } from './random.ts';

/** South-west corner, and lattice steps per metre there. */
const CORNER = { x: 1_206_000_000, y: 313_000_000, perMetreX: 104.9, perMetreY: 90.2 };

/**
 * The same city as `sampleCity` as a map: buildings on plots of 20 m, a road after every five plots, each sixth a main
 * road, some compounds of a block; without communities. A square of `side` by `side` buildings.
 */
export function sampleTown(side: number, random: Random): DivideInput {
  const width = 20 * side;
  return {
    boundary: [[lineOf([0, 0, width, 0, width, width, 0, width])]],
    demand: buildings(side, random),
    barriers: [...roads(side, random), ...compounds(side, random)],
    target: 400,
    range: { min: 300, max: 500 },
  };
}

const lineOf = (metres: readonly number[]): Int32Array =>
  Int32Array.from(metres, (m, i) =>
    i % 2 === 0 ? CORNER.x + Math.round(m * CORNER.perMetreX) : CORNER.y + Math.round(m * CORNER.perMetreY),
  );

function buildings(side: number, random: Random): Demand {
  const metres: number[] = [];
  const households: number[] = [];
  for (let v = 0; v < side * side; v++) {
    metres.push(20 * (v % side) + 6 + 8 * random(), 20 * Math.floor(v / side) + 6 + 8 * random());
    households.push(1 + Math.floor(random() * 19));
  }
  const points = lineOf(metres);
  return { x: points.filter((_, i) => i % 2 === 0), y: points.filter((_, i) => i % 2 === 1), households };
}

function roads(side: number, random: Random): Barrier[] {
  const length = 20 * side;
  const found: Barrier[] = [];
  for (let plot = 5; plot < side; plot += 5) {
    const kind = plot % 30 === 0 ? 'main' : 'road';
    const bent = (): number[] =>
      Array.from({ length: Math.ceil(length / 100) + 3 }, (_, i) => [
        100 * (i - 1),
        20 * plot + 3 * (random() - 0.5),
      ]).flat();
    found.push({ id: `east ${plot}`, kind, line: lineOf(bent()) });
    found.push({ id: `north ${plot}`, kind, line: lineOf(swapped(bent())) });
  }
  return found;
}

const swapped = (metres: readonly number[]): number[] => metres.map((_, i) => metres[i ^ 1]);

function compounds(side: number, random: Random): Barrier[] {
  const found: Barrier[] = [];
  for (let column = 0; column + 5 <= side; column += 5) {
    for (let row = 0; row + 5 <= side; row += 5) {
      if (random() >= 0.1) continue;
      const [x, y] = [20 * column + 4, 20 * row + 4];
      found.push({
        id: `compound ${column} ${row}`,
        kind: 'compound',
        line: lineOf([x, y, x + 72, y, x + 72, y + 72, x, y + 72]),
      });
    }
  }
  return found;
}
