import { Client } from 'undici';
import type { Recorder } from './recorder.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any operation; a scenario reads the one or two fields that it needs
export type Json = any;

export interface Request {
  /** Under what name its time is recorded. */
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
  /** A body makes it a POST. */
  readonly body?: object;
}

/** One virtual client: one keep-alive connection, one request at a time. */
export interface Caller {
  /** The answer as text; throws where it is not 200, after counting the error. */
  text(request: Request): Promise<string>;
  json(request: Request): Promise<Json>;
  close(): Promise<void>;
}

export class Refused extends Error {}

export function callerOn(base: string, recorder: Recorder): Caller {
  const client = new Client(base, { pipelining: 1, keepAliveTimeout: 60_000 });
  const text = async ({ name, path, cookie, body }: Request): Promise<string> => {
    const headers = {
      accept: 'application/json',
      ...(cookie && { cookie }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const began = performance.now();
    const answer = await client.request({
      path,
      method: body ? 'POST' : 'GET',
      headers,
      body: body ? JSON.stringify(body) : undefined,
    });
    const said = await answer.body.text();
    if (answer.statusCode !== 200) {
      recorder.failed(name, `${answer.statusCode} ${said.slice(0, 300)}`);
      throw new Refused(name);
    }
    recorder.took(name, performance.now() - began);
    return said;
  };
  return { text, json: async (request) => JSON.parse(await text(request)), close: () => client.close() };
}
