import type { FastifyInstance, InjectOptions } from 'fastify';
import { createHttp, sealingWith } from '#packages/server-kit';
import { type FakeClock, fakeClock, type TestDatabase, testDatabase } from '#packages/testkit';
import { seedAccess } from '../seeds/demo.ts';
import type { Area, Grid } from '../seeds/places.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { type Access, type AccessDeps, createAccess } from './index.ts';

const area = (code: string, name: string, level: Area['level']): Area => ({ code, name, level });

/** A small district: two streets, three communities. */
export const AREAS: readonly Area[] = [
  area('320508', '姑苏区', 'district'),
  area('320508017', '白洋湾街道', 'street'),
  area('320508018', '平江街道', 'street'),
  area('320508017003', '路南社区', 'community'),
  area('320508017004', '路北社区', 'community'),
  area('320508018001', '桥东社区', 'community'),
];

const ORDINALS = ['一', '二'];

/** Two grids in each community. */
export const GRIDS: readonly Grid[] = AREAS.filter(({ level }) => level === 'community').flatMap(({ code, name }) =>
  ORDINALS.map((n, i) => ({
    code: `${code}00${i + 1}`,
    name: `${name}第${n}网格`,
  })),
);

const NAMES = new Map([...AREAS, ...GRIDS].map(({ code, name }) => [code, name]));

export interface TestDistrict {
  readonly app: FastifyInstance;
  readonly access: Access;
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  /** Signs in with the demo password; the cookie of the session. */
  signIn(username: string, password?: string): Promise<string>;
  call(method: 'GET' | 'POST' | 'DELETE', url: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly cookie?: string;
  readonly body?: object;
  readonly language?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a server answers is looked at field by field
  readonly body: any;
  readonly cookies: string;
  readonly headers: Record<string, unknown>;
}

const cookiesOf = (header: unknown): string =>
  [header ?? []]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

/** A seeded district behind a server of its own, on a clock that tests move. */
export async function testDistrict(options: Partial<AccessDeps> = {}): Promise<TestDistrict> {
  const database = await testDatabase();
  const clock = fakeClock();
  const deps: AccessDeps = {
    database,
    clock,
    district: '320508',
    sealing: sealingWith('ab'.repeat(32)),
    secret: 'a secret that only this test knows',
    baseUrl: 'http://localhost:8600',
    demo: true,
    nameOfArea: (code) => NAMES.get(code) ?? code,
    ...options,
  };
  await seedAccess(deps, AREAS, GRIDS);
  clock.tick(1000);
  const access = await createAccess(deps);
  const app = await createHttp({
    database,
    modules: [access.module],
    identify: access.identify,
    version: '0',
    logLevel: 'silent',
    rateLimit: 0,
  });
  access.mountSignIn(app);
  const call: TestDistrict['call'] = async (method, url, { cookie, body, language = 'zh', headers } = {}) => {
    const request: InjectOptions = {
      method,
      url,
      headers: { 'accept-language': language, ...(cookie && { cookie }), ...headers },
      ...(body && { payload: body }),
    };
    const response = await app.inject(request);
    const isJson = /json/.test(String(response.headers['content-type'])) && response.body !== '';
    return {
      status: response.statusCode,
      body: isJson ? response.json() : response.body,
      cookies: cookiesOf(response.headers['set-cookie']),
      headers: response.headers,
    };
  };
  return {
    app,
    access,
    database,
    clock,
    call,
    signIn: async (username, password = DEMO_PASSWORD) =>
      (await call('POST', '/api/auth/sign-in/username', { body: { username, password } })).cookies,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
