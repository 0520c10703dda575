import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { FileAnswer } from '#packages/server-kit';
import { featureOf } from '../core/features.ts';
import type { AreaShape, GridShape, Published } from '../core/published.ts';

export type LayerName = AreaShape['level'] | 'grid' | 'base';

/** A layer ready to be sent: made, hashed and compressed once for each published plan. */
export interface Layer {
  readonly etag: string;
  readonly plain: Buffer;
  readonly compressed: Buffer;
}

export type Layers = Readonly<Record<LayerName, Layer>>;

const compress = promisify(gzip);
const TYPE = 'application/geo+json; charset=utf-8';

export async function layerOf(features: readonly unknown[]): Promise<Layer> {
  const plain = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { etag, plain, compressed: await compress(plain, { level: 9 }) };
}

/** All layers of the map; coordinates are exact to the lattice (seven decimals). */
export async function buildLayers(
  { areas, grids, base }: { areas: readonly AreaShape[]; grids: readonly GridShape[]; base: readonly unknown[] },
  published: Published,
): Promise<Layers> {
  const households = new Map(published.areas.map((area) => [area.code, area.households]));
  const areaLayer = (wanted: AreaShape['level']) =>
    layerOf(
      areas
        .filter(({ level }) => level === wanted)
        .map(({ code, name, polygons }) => featureOf(polygons, { code, name, households: households.get(code) ?? 0 })),
    );
  const grid = layerOf(
    grids.map(({ polygons, code, name, kind, households }) => featureOf(polygons, { code, name, kind, households })),
  );
  return {
    district: await areaLayer('district'),
    street: await areaLayer('street'),
    community: await areaLayer('community'),
    grid: await grid,
    base: await layerOf(base),
  };
}

/** The layer as the client can take it. Each encoding is a representation of its own, with an ETag of its own (RFC 9110, 8.8.3). */
export function presentLayer({ etag, plain, compressed }: Layer, acceptEncoding: string | undefined): FileAnswer {
  const headers = { 'cache-control': 'public, no-cache', vary: 'accept-encoding' };
  if (!acceptsGzip(acceptEncoding)) return new FileAnswer(plain, TYPE, { ...headers, etag: `"${etag}"` });
  return new FileAnswer(compressed, TYPE, { ...headers, etag: `"${etag}-gzip"`, 'content-encoding': 'gzip' });
}

/** Whether gzip is named, or everything is, and not with quality 0. */
const acceptsGzip = (header = ''): boolean =>
  header.split(',').some((part) => /^\s*(gzip|\*)\s*(;|$)/i.test(part) && !/;\s*q=0(\.0*)?\s*$/i.test(part));
