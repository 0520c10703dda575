import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { DEMO_PASSWORD } from '#modules/access/server/demo-accounts';
import type { Job } from '#packages/server-kit';
import { newId, readEnv } from '#packages/server-kit';
import { type FakeClock, fakeClock, type TestDatabase, testDatabase } from '#packages/testkit';
import { type Composition, compose } from './compose.ts';
import { loadDemoPeople, loadDemoPlaces } from './demo.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are checked by the schemas of the operations and by the assertions of each test
type Json = any;

/** The whole product on a database of its own, with the demo district's places and people, and no matters. */
export interface TestInstallation {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly composition: Composition;
  readonly clock: FakeClock;
  /** Answers of a person (a demo user name) or of a visitor, as parsed JSON with its status. */
  call(
    person: string | null,
    key: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Json }>;
  /** Sends what a browser would upload as a form with one file. */
  upload(
    person: string | null,
    url: string,
    name: string,
    content: Buffer,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: Json }>;
  /** Runs the jobs that were sent. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** `settings`: of the environment, beside those of every test. */
export async function testInstallation(settings: Record<string, string> = {}): Promise<TestInstallation> {
  const database = await testDatabase();
  const data = mkdtempSync(join(tmpdir(), 'gongzhi-data-'));
  const env = readEnv({ GONGZHI_DATA: data, LOG_LEVEL: 'silent', GONGZHI_RATE_LIMIT: '0', ...settings });
  const keys = { sealing: '7'.repeat(64), session: 's'.repeat(48) };
  const clock = fakeClock();
  await loadDemoPlaces(database, env);
  const composition = await compose({ database, env, keys, version: 'test', clock });
  await loadDemoPeople(database, env, keys);
  const jobs = composition.modules.flatMap((module): readonly Job[] => module.jobs ?? []);
  const sent: (() => Promise<void>)[] = [];
  composition.attachJobs({
    send: async (name, data) => {
      sent.push(() => jobs.find((job) => job.name === name)!.run(data));
    },
    stop: async () => {},
  });
  const app = await composition.http();
  const cookies = new Map<string, string>();
  const inject = async (options: InjectOptions) => {
    const answer = await app.inject(options);
    const json = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: json ? answer.json() : answer.body };
  };
  const cookieOf = async (person: string | null): Promise<{ cookie?: string }> => {
    if (person === null) return {};
    const known = cookies.get(person);
    if (known) return { cookie: known };
    const payload = { username: person, password: DEMO_PASSWORD };
    const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload });
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    cookies.set(person, cookie);
    return { cookie };
  };
  return {
    app,
    database,
    composition,
    clock,
    call: async (person, key, body, headers = {}) => {
      const [method, url] = key.split(' ') as ['GET', string];
      return inject({
        method,
        url,
        headers: { ...headers, ...(await cookieOf(person)) },
        ...(body && { payload: body }),
      });
    },
    upload: async (person, url, name, content, fields = {}) => {
      const boundary = newId();
      const extra = Object.entries(fields).map(
        ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      );
      const head = `${extra.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, ...(await cookieOf(person)) };
      return inject({ method: 'POST', url, headers, payload });
    },
    runJobs: async () => {
      for (const job of sent.splice(0)) await job();
    },
    close: async () => {
      await app.close();
      await composition.close();
      await database.close();
    },
  };
}
