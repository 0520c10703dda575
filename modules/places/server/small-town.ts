import type { FastifyInstance } from 'fastify';
import { type Actor, VISITOR } from '#packages/kernel';
import { createHttp } from '#packages/server-kit';
import { type TestDatabase, testDatabase } from '#packages/testkit';
import type { AccessQueries, Holder, Role } from '../../access/contract.ts';
import { addDays, dayIn } from '../core/day.ts';
import { DISTRICT, smallDistrict } from '../core/small-district.ts';
import type { SeedDistrict } from '../seeds/district.ts';
import { createPlaces, type Places } from './index.ts';
import { seedPlaces } from './seed.ts';

/** People of the small district, by who they are; a request names one in the header `x-person`. */
const PEOPLE: Readonly<Record<string, readonly [name: string, role: Role, area: string]>> = {
  resident: ['沈佳', 'resident', '320508'],
  gridWorker: ['陆小雨', 'grid_worker', '320508001001001'],
  streetStaff: ['钱立', 'street_staff', '320508001'],
  otherStreet: ['何芸', 'street_staff', '320508002'],
  department: ['吴越', 'department_staff', '320508'],
  centre: ['顾敏', 'district_centre', '320508'],
  auditor: ['方正', 'auditor', '320508'],
  administrator: ['周启明', 'administrator', '320508'],
};

const DEPARTMENT = '00000000-0000-7000-8000-0000000000aa';

const idOf = (who: string): string =>
  `00000000-0000-7000-8000-${String(Object.keys(PEOPLE).indexOf(who)).padStart(12, '0')}`;

function actorOf(who: unknown): Actor {
  const known = PEOPLE[String(who)];
  if (!known) return VISITOR;
  const [name, role, area] = known;
  const organisation = role === 'department_staff' ? DEPARTMENT : null;
  return { person: idOf(String(who)), name, grants: [{ role, area, organisation }] };
}

const HOLDERS: readonly Holder[] = [
  { person: idOf('gridWorker'), name: '陆小雨', role: 'grid_worker', area: '320508001001001', phone: '0512-55550101' },
  { person: idOf('centre'), name: '顾敏', role: 'grid_head', area: '320508001001001', phone: null },
  {
    person: idOf('auditor'),
    name: '何书记',
    role: 'community_secretary',
    area: '320508001001',
    phone: '0512-55550100',
  },
];

/** Only what this module asks of access. */
const access: Pick<AccessQueries, 'holdersOf' | 'findOrganisation' | 'organisations'> = {
  findOrganisation: async (id) =>
    id === DEPARTMENT ? { id, name: '城市管理局', kind: 'urban_management', area: '320508' } : undefined,
  organisations: async () => [{ id: DEPARTMENT, name: '西街道办事处', kind: 'street', area: '320508001' }],
  holdersOf: async (area, roles) => HOLDERS.filter((holder) => holder.area === area && roles.includes(holder.role)),
};

export interface SmallTown {
  readonly database: TestDatabase;
  readonly places: Places;
  /** Lets days go by; the clock of the ledger stays right. */
  passDays(days: number): void;
  today(): string;
  runJob(name: string): Promise<void>;
  readonly app: FastifyInstance;
  /** A process of its own on the same database. */
  another(): Promise<Places>;
  close(): Promise<void>;
}

/** The small district (or another one, or none yet) on a server with a database of its own. */
export async function smallTown(seeds: SeedDistrict | null = smallDistrict()): Promise<SmallTown> {
  const database = await testDatabase();
  let passed = 0;
  const today = () => addDays(dayIn(new Date()), passed);
  const passDays = (days: number) => {
    passed += days;
  };
  if (seeds) await seedPlaces(database, seeds);
  const opened: Places[] = [];
  const another = async () => {
    const clock = () => new Date();
    const deps = { database, clock, today, district: DISTRICT, access: () => access as AccessQueries };
    const places = await createPlaces(deps);
    opened.push(places);
    return places;
  };
  const places = await another();
  const app = await createHttp({
    database,
    modules: [places.module],
    identify: async (request) => actorOf(request.headers['x-person']),
    version: 'test',
    logLevel: 'silent',
    rateLimit: 0,
  });
  const close = async () => {
    await app.close();
    for (const one of opened) one.close();
    await database.close();
  };
  const runJob = async (name: string) => {
    await places.module.jobs?.find((job) => job.name === name)?.run({});
  };
  return { database, places, passDays, today, app, another, runJob, close };
}

export interface Upload {
  readonly file?: string | Buffer;
  readonly crs?: string;
  readonly name?: string;
  readonly plan?: string;
  readonly transaction?: string;
  readonly version?: string;
}

/** Sends a layer as a browser's form does. */
export function upload(app: FastifyInstance, who: string, { file, ...fields }: Upload) {
  const boundary = 'form-boundary-of-the-test';
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const payload = Buffer.concat([
    ...(file === undefined ? [] : [part('name="file"; filename="grids.geojson"', file)]),
    ...Object.entries(fields).map(([field, value]) => part(`name="${field}"`, value)),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return app.inject({
    method: 'POST',
    url: '/api/grid-plans',
    headers: { 'x-person': who, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}
