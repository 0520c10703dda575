import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate, migrationFolders, openDatabase, raw, startEmbedded } from '#packages/server-kit';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server's address with the database that clones are made from. */
    template: { server: string; name: string };
  }
}

/** Address of another database on the same server. */
export const onServer = (server: string, name: string): string =>
  server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const external = process.env.TEST_DATABASE_URL;
  if (external) return { url: external, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-test-'));
  chmodSync(folder, 0o755); // as root the server runs as a user of its own, who must get through
  const server = await startEmbedded(folder);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const name = `gongzhi_template_${process.pid}`;
  const admin = openDatabase({ url: server.url, max: 1 });
  await admin.run(raw(`create database ${name}`));
  const template = openDatabase({ url: onServer(server.url, name), max: 2 });
  await migrate(template, migrationFolders());
  await template.close();
  project.provide('template', { server: server.url, name });
  return async () => {
    await admin.run(raw(`drop database ${name}`));
    await admin.close();
    await server.stop();
  };
}
