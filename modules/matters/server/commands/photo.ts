import sharp from 'sharp';
import { newId } from '#packages/server-kit';
import { type MattersDeps, problems } from '../context.ts';
import { insertPhoto } from '../store.ts';

const FULL = 1600;
const SMALL = 360;
/** An image of more pixels is not decoded at all: a bomb, or no photo. */
const PIXELS = 60_000_000;

/** Turns an upload into two fresh JPEGs without any metadata: decoding and encoding anew leaves nothing of the original file. */
async function encode(upload: Buffer): Promise<{ full: Buffer; small: Buffer; width: number; height: number }> {
  const upright = sharp(upload, { limitInputPixels: PIXELS, failOn: 'error' }).rotate();
  const resized = (size: number, quality: number) =>
    upright
      .clone()
      .resize(size, size, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
  const [full, small] = await Promise.all([resized(FULL, 80), resized(SMALL, 72)]);
  return { full: full.data, small: small.data, width: full.info.width, height: full.info.height };
}

export async function addPhoto(
  deps: MattersDeps,
  upload: Buffer,
): Promise<{ id: string; width: number; height: number }> {
  const image = await encode(upload).catch(() => {
    throw problems.bad_photo();
  });
  const id = newId();
  const [full, small] = [await deps.blobs.put(image.full), await deps.blobs.put(image.small)];
  const { width, height } = image;
  await insertPhoto(deps.database, deps.district, { id, full, small, width, height, at: deps.clock().toISOString() });
  return { id, width, height };
}
