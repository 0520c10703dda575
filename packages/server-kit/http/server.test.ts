import { Type as t } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineProblems, type Operations, text, VISITOR } from '#packages/kernel';
import { type TestDatabase, testDatabase } from '#packages/testkit';
import { defineModule, FileAnswer } from './manifest.ts';
import { createHttp } from './server.ts';

const problems = defineProblems({ full: { kind: 'conflict', title: text('满了', 'Full') } });

const operations = {
  'GET /api/cups/:size': {
    summary: 'A cup',
    access: 'public',
    params: t.Object({ size: t.Integer({ minimum: 1 }) }),
    query: t.Object({ tea: t.Optional(t.Array(t.String())) }),
    response: t.Object({ size: t.Integer(), tea: t.Array(t.String()) }),
  },
  'POST /api/cups': {
    summary: 'Fill a cup',
    access: 'signed-in',
    body: t.Object({ tea: t.String({ minLength: 1 }) }),
    response: t.Object({ tea: t.String() }),
  },
  'GET /api/full': { summary: 'Always full', access: 'public', response: t.Object({}) },
  'GET /api/broken': { summary: 'Always broken', access: 'public', response: t.Object({}) },
  'GET /api/file': { summary: 'A file', access: 'public' },
} as const satisfies Operations;

const module = defineModule<typeof operations>({
  name: 'cups',
  operations,
  handlers: {
    'GET /api/cups/:size': async ({ params, query }) => ({
      size: params.size,
      tea: query.tea ?? [],
      secret: 'not in the schema',
    }),
    'POST /api/cups': async ({ body }) => ({ tea: body.tea }),
    'GET /api/full': async () => {
      throw problems.full({ reasons: [{ rule: 'one_cup', text: text('只有一杯', 'There is one cup') }] });
    },
    'GET /api/broken': async () => {
      throw new Error('password=hunter2');
    },
    'GET /api/file': async () => new FileAnswer(Buffer.from('tea'), 'text/plain', { etag: '"t"' }),
  },
});

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  app = await createHttp({
    database,
    modules: [module],
    identify: async ({ headers }) => (headers['x-person'] ? { person: 'p', name: '茶', grants: [] } : VISITOR),
    version: '1',
    logLevel: 'silent',
    rateLimit: 0,
  });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

describe('a table of operations becomes a server', () => {
  it('input is converted and checked, output passes through its schema', async () => {
    const answer = await app.inject({ url: '/api/cups/3?tea=green&tea=red' });
    expect(answer.json()).toEqual({ size: 3, tea: ['green', 'red'] });
    expect((await app.inject({ url: '/api/cups/3?tea=green' })).json().tea).toEqual(['green']);
  });

  it('not signed in', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/cups', payload: { tea: 'green' } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe('sign_in_needed');
  });

  it('a refusal is RFC 9457, in the language of the person, with all reasons', async () => {
    const answer = await app.inject({ url: '/api/full', headers: { 'accept-language': 'en' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: '/problems/full',
      title: 'Full',
      status: 409,
      reasons: [{ rule: 'one_cup', text: 'There is one cup' }],
    });
    expect((await app.inject({ url: '/api/full' })).json().title).toBe('满了');
  });

  it('wrong input: each field with its sentence', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/cups',
      headers: { 'x-person': 'p' },
      payload: { tea: '' },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().reasons).toEqual([{ rule: 'minLength', text: '至少 1 个字。', field: 'tea' }]);
    expect((await app.inject({ url: '/api/cups/zero' })).json().reasons[0].field).toBe('size');
    const broken = {
      method: 'POST',
      url: '/api/cups',
      headers: { 'x-person': 'p', 'content-type': 'application/json' },
      payload: '{',
    } as const;
    expect((await app.inject(broken)).statusCode).toBe(422);
  });

  it('a fault of ours says so and tells nothing', async () => {
    const answer = await app.inject({ url: '/api/broken' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json().code).toBe('fault');
    expect(answer.body).not.toContain('hunter2');
  });

  it('an address that does not exist, and a write from another site', async () => {
    expect((await app.inject({ url: '/api/none' })).json().code).toBe('not_found');
    const foreign = {
      method: 'POST',
      url: '/api/cups',
      headers: { origin: 'https://evil.example', host: 'gongzhi.example' },
    } as const;
    expect((await app.inject({ ...foreign, payload: { tea: 'x' } })).json().code).toBe('foreign_origin');
  });

  it('a file is sent as it is, and not again when it has not changed', async () => {
    expect((await app.inject({ url: '/api/file' })).body).toBe('tea');
    expect((await app.inject({ url: '/api/file', headers: { 'if-none-match': '"t"' } })).statusCode).toBe(304);
  });

  it('OpenAPI 3.1 comes from the same schemas', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(
      document.paths['/api/cups'].post.requestBody.content['application/json'].schema.properties.tea.minLength,
    ).toBe(1);
    expect(document.paths['/api/cups/{size}'].get.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'tea',
      'size',
    ]);
  });

  it('health, readiness, and metrics by route pattern', async () => {
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/readyz' })).json()).toEqual({ status: 'ready' });
    const metrics = (await app.inject({ url: '/metrics' })).body;
    expect(metrics).toMatch(
      /gongzhi_http_request_seconds_count\{route="\/api\/cups\/:size",method="GET",status="200"\} 2/,
    );
    expect(metrics).not.toContain('/api/cups/3');
  });

  it('pages may load scripts from here only', async () => {
    const policy = (await app.inject({ url: '/api/full' })).headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  });
});
