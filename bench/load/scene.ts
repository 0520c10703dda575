import { toE7 } from '#packages/coverage';
import type { Author } from '#packages/server-kit';
import type { Composition } from '../../apps/server/compose.ts';
import type { Role } from '../../modules/access/contract.ts';
import { diceOf } from './dice.ts';

/** What the loading processes need of the demo district: plain data, made once and handed to each. */
export interface Scene {
  readonly grids: readonly SceneGrid[];
  /** Organisations of the district by what they do. */
  readonly units: Readonly<Record<string, string>>;
}

export interface SceneGrid {
  readonly code: string;
  readonly committee: string;
  readonly worker: Author;
  readonly staff: Author;
  /** Places inside the grid, longitude and latitude on the E7 lattice. */
  readonly points: readonly (readonly [number, number])[];
}

const POINTS = 120;
const SPREAD = 0.0016;

export async function sceneOf({ matters }: Composition): Promise<Scene> {
  const { access, places, district } = matters;
  const organisations = await access.organisations();
  const units = Object.fromEntries(
    organisations.filter(({ area }) => area === district).map(({ kind, id }) => [kind, id]),
  );
  const holder = async (area: string, role: Role): Promise<Author> => {
    const [found] = await access.holdersOf(area, [role], true);
    return { person: found?.person ?? null, role, organisation: null };
  };
  const committees = new Map(
    organisations.filter(({ kind }) => kind === 'community').map(({ area, id }) => [area, id]),
  );
  const grids: SceneGrid[] = [];
  for (const { code, inside } of places.grids()) {
    grids.push({
      code,
      committee: committees.get(code.slice(0, 12))!,
      worker: await holder(code, 'grid_worker'),
      staff: await holder(code, 'community_staff'),
      points: pointsIn(matters, code, inside),
    });
  }
  return { grids, units };
}

function pointsIn({ places }: Composition['matters'], code: string, inside: { lon: number; lat: number }) {
  const dice = diceOf(Number(code.slice(6)));
  const points: [number, number][] = [];
  for (let i = 0; i < POINTS; i++) {
    const point = {
      lon: inside.lon + (dice.next() - 0.5) * SPREAD,
      lat: inside.lat + (dice.next() - 0.5) * SPREAD,
    };
    const located = places.locate(point);
    if (located.inside && located.grid.code === code) points.push([toE7(point.lon), toE7(point.lat)]);
  }
  return points.length > 0 ? points : [[toE7(inside.lon), toE7(inside.lat)] as [number, number]];
}
