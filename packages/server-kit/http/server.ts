import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { Type } from '@sinclair/typebox';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type Actor, localeOf, type Operation, type OperationKey } from '#packages/kernel';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import { sql } from '../sql.ts';
import { type Call, FileAnswer, type Handler, type ServerModule } from './manifest.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { fault, foreignOrigin, notFound, presentProblem, problemOf, STATUS, unauthenticated } from './problems.ts';

export interface HttpOptions {
  readonly database: Database;
  readonly modules: readonly ServerModule[];
  /** Who makes this request: a visitor when nobody is signed in. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  readonly version: string;
  readonly logLevel: string;
  /** Requests a minute and address; 0 for no limit. */
  readonly rateLimit: number;
  /** Hosts beside the page's own that the map may load tiles from. */
  readonly tileHosts?: readonly string[];
}

const Problems = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    reasons: Type.Array(Type.Object({ rule: Type.String(), text: Type.String(), field: Type.Optional(Type.String()) })),
    possible: Type.Array(Type.Object({ action: Type.String(), text: Type.String() })),
    request: Type.String(),
  },
  { title: 'Problem', description: 'RFC 9457 problem details: all reasons, and what is possible instead' },
);

const BODY_LIMIT = 1 << 20;
const FILE_LIMIT = 20 << 20;

const localeOfRequest = (request: FastifyRequest) => localeOf(request.headers['accept-language']);

/** The web server with every module's operations; static files and sign-in are added by the composition. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    // Route patterns only: an address may hold a tracking code, and a log is no place for one.
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel, serializers: { req: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    trustProxy: 'loopback',
    ajv: { customOptions: { allErrors: true, removeAdditional: false, coerceTypes: 'array' } },
  });
  const metrics = createMetrics(options.database);
  answerProblems(app);
  measure(app, metrics);
  await protect(app, options);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 20 } });
  await document(app, options.version);
  operate(app, options.database, metrics);
  for (const module of options.modules) mount(app, module, options.identify);
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}

function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: Error, request, reply) => {
    const problem = problemOf(error) ?? fault();
    if (problem.code === 'fault')
      request.log.error({ fault: tellFault(error), route: request.routeOptions.url }, 'fault');
    return send(reply, problem, request);
  });
  app.setNotFoundHandler((request, reply) => send(reply, notFound(), request));
}

/** What the log may keep of a fault: never the database's `detail`, which quotes values of rows. */
const tellFault = ({ name, message, stack, ...rest }: Error & { code?: unknown }) => ({
  name,
  message,
  code: rest.code,
  stack,
});

function send(reply: FastifyReply, problem: ReturnType<typeof fault>, request: FastifyRequest): FastifyReply {
  return reply
    .status(STATUS[problem.kind])
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(presentProblem(problem, localeOfRequest(request), request.id));
}

function measure(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observe(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    request.log.info({ route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });
}

async function protect(app: FastifyInstance, { rateLimit: max, tileHosts = [] }: HttpOptions): Promise<void> {
  const self = ["'self'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: [...self, "'unsafe-inline'"], // antd computes its styles in the browser
        imgSrc: [...self, 'data:', 'blob:', ...tileHosts],
        connectSrc: [...self, ...tileHosts],
        workerSrc: [...self, 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null, // TLS ends at the proxy in front
      },
    },
    strictTransportSecurity: false,
  });
  if (max > 0) await app.register(rateLimit, { max, timeWindow: '1 minute' });
  app.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers;
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (writes && origin !== undefined && URL.parse(origin)?.host !== host) throw foreignOrigin();
  });
}

const document = (app: FastifyInstance, version: string) =>
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Gongzhi 共治', version, description: 'One door for every matter of a district' },
    },
  });

function operate(app: FastifyInstance, database: Database, metrics: Metrics): void {
  const schema = { hide: true };
  app.get('/healthz', { schema }, async () => ({ status: 'up' }));
  app.get('/readyz', { schema }, async (_request, reply) => {
    const ready = await database.rows(sql`select 1`).then(
      () => true,
      () => false,
    );
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unreachable' });
  });
  app.get('/metrics', { schema }, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await metrics.text()),
  );
}

function mount(app: FastifyInstance, module: ServerModule, identify: HttpOptions['identify']): void {
  for (const key of Object.keys(module.operations) as OperationKey[]) {
    const operation = module.operations[key];
    const [method, url] = key.split(' ');
    app.route({
      method,
      url,
      schema: schemaOf(operation, module.name),
      ...(operation.upload && { bodyLimit: FILE_LIMIT }),
      handler: answer(operation, module.handlers[key] as Handler<Operation>, identify),
    });
  }
}

function schemaOf({ summary, params, query, body, response }: Operation, tag: string) {
  return {
    summary,
    tags: [tag],
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { ...(response && { 200: response }), '4xx': Problems, '5xx': Problems },
  };
}

function answer(operation: Operation, handler: Handler<Operation>, identify: HttpOptions['identify']) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await identify(request);
    if (operation.access === 'signed-in' && actor.person === null) throw unauthenticated();
    const { params, query, body } = request;
    const call = { params, query, body, actor, locale: localeOfRequest(request), request } as Call<Operation>;
    const result = await handler(call);
    if (!(result instanceof FileAnswer)) return reply.send(result ?? {});
    if (result.headers.etag !== undefined && request.headers['if-none-match'] === result.headers.etag) {
      return reply.status(304).headers(result.headers).send();
    }
    return reply
      .headers(result.headers)
      .type(result.type)
      .serializer((body) => body)
      .send(result.body);
  };
}
