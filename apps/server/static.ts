import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectRoot } from '#packages/server-kit';

const root = join(projectRoot, 'dist/web');
const YEAR = 365 * 24 * 3600;

/** Serves the built pages: files with a hash in their name for a year, the pages themselves always fresh. */
export async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return; // the API alone: the pages are not built
  const pages = { portal: readFileSync(join(root, 'index.html')), console: readFileSync(join(root, 'console.html')) };
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    maxAge: YEAR * 1000,
    immutable: true,
    preCompressed: true,
  });
  const page = (reply: FastifyReply, html: Buffer) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
  for (const path of ['/console', '/console/*']) {
    app.get(path, { schema: { hide: true } }, (_request, reply) => page(reply, pages.console));
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => page(reply, pages.portal));
  // Every other page is the portal's, which also says kindly that there is none at an address.
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const asksForPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/');
    return asksForPage ? page(reply, pages.portal) : reply.callNotFound();
  });
}
