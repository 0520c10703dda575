import { resolve } from 'node:path';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

/** Every setting, with its sentence. The process refuses to start with a wrong one. */
const Settings = Type.Object({
  GONGZHI_DATA: Type.String({ default: '.gongzhi', description: 'Folder of the embedded database, photos and keys' }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description: 'An external PostgreSQL (>= 15) instead of the embedded one',
    }),
  ),
  PORT: Type.Integer({ default: 8600, minimum: 0, maximum: 65535, description: 'Port of the web server' }),
  HOST: Type.String({ default: '127.0.0.1', description: 'Address that the web server listens on' }),
  PUBLIC_URL: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Address under which people reach it, where it differs' }),
  ),
  GONGZHI_DISTRICT: Type.String({ default: '320508', pattern: '^[0-9]{6}$', description: 'Code of the district' }),
  GONGZHI_DEMO: Type.Boolean({ default: true, description: 'Load the demo district on the first start' }),
  GONGZHI_KEY: Type.Optional(
    Type.String({
      pattern: '^[0-9a-fA-F]{64}$',
      description: 'Key (32 bytes in hex) that seals contact details at rest',
    }),
  ),
  GONGZHI_AUTH_SECRET: Type.Optional(Type.String({ minLength: 32, description: 'Secret that signs session cookies' })),
  GONGZHI_HASH: Type.Union([Type.Literal('sha256'), Type.Literal('sm3')], {
    default: 'sha256',
    description: 'Hash of the ledger: sha256, or sm3 (GB/T 32905)',
  }),
  GONGZHI_GRID_NOTICE_DAYS: Type.Integer({
    default: 5,
    minimum: 0,
    maximum: 60,
    description: 'The shortest public notice of a grid plan, in days',
  }),
  GONGZHI_PROCESSES: Type.Integer({ default: 1, minimum: 1, maximum: 16, description: 'Web server processes' }),
  GONGZHI_RATE_LIMIT: Type.Integer({
    default: 300,
    minimum: 0,
    description: 'Requests a minute and address; 0: no limit',
  }),
  GONGZHI_TILES: Type.Optional(
    Type.String({ pattern: '^https?://.*\\{z\\}', description: 'XYZ raster tiles under the map, e.g. 天地图' }),
  ),
  GONGZHI_MAP_REVIEW: Type.Optional(Type.String({ description: 'Map review number (审图号) shown under the map' })),
  GONGZHI_SUPERVISION_PHONE: Type.String({
    default: '12345',
    pattern: '^[0-9+() -]{3,30}$',
    description: 'Telephone for comments on grid services, on printed notices',
  }),
  OIDC_ISSUER: Type.Optional(
    Type.String({ pattern: '^https://', description: 'Unified identity: OpenID Connect issuer' }),
  ),
  OIDC_CLIENT_ID: Type.Optional(Type.String()),
  OIDC_CLIENT_SECRET: Type.Optional(Type.String()),
  LOG_LEVEL: Type.String({ default: 'info', pattern: '^(fatal|error|warn|info|debug|trace|silent)$' }),
});

export type Env = Static<typeof Settings>;

export const settings = Settings.properties;

/** A setting that the process cannot start with. */
export class SettingsError extends Error {}

/** The environment, converted and checked; throws an error that names every wrong setting. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const known = Object.fromEntries(
    Object.keys(settings).flatMap((key) => (variables[key] ? [[key, variables[key]]] : [])),
  );
  const value = Value.Convert(Settings, Value.Default(Settings, known)) as Env;
  const errors = [...Value.Errors(Settings, value)];
  if (errors.length > 0) {
    const lines = errors.map(
      ({ path, message, schema }) => `  ${path.slice(1)}: ${message}. ${schema.description ?? ''}`,
    );
    throw new SettingsError(`settings are wrong:\n${lines.join('\n')}`);
  }
  return { ...value, GONGZHI_DATA: resolve(value.GONGZHI_DATA) };
}
