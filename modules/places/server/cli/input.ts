import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Feature } from 'geojson';
import { type Cell, CoverageError, type Polygon } from '#packages/coverage';
import type { Text } from '#packages/kernel';
import { CRS, type Crs } from '../../contract.ts';
import { parseFeatures } from '../../core/layer.ts';
import { readGeometry } from '../../core/layer-geometry.ts';

/** Where a command writes: each call is a line. */
export interface CliIo {
  out(line: string): void;
  err(line: string): void;
}

export const GOOD = 0;
export const BAD = 1;
export const BAD_INPUT = 2;

/** Input that cannot be worked with; each line says what, and where. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Both languages on one line: a terminal does not say which one it wants. */
export const say = ({ zh, en }: Text): string => `${zh} ${en}`;

/** Runs a command; bad input goes to the error output, with the exit code for it. */
export async function guarded(io: CliIo, usage: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) error.lines.forEach(io.err);
    else if (error instanceof CoverageError) io.err(say(error.text));
    else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      io.err(error.message);
      io.err(usage);
    } else throw error;
    return BAD_INPUT;
  }
}

export function crsOf(name: string): Crs {
  if (name in CRS) return name as Crs;
  throw new BadInput([`坐标系未知 Unknown coordinate system "${name}": ${Object.keys(CRS).join(', ')}`]);
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new BadInput([`${path}: 文件打不开 The file cannot be opened (${(error as NodeJS.ErrnoException).code})`]);
  }
}

export interface NamedCell extends Cell {
  /** The property `name`, where the feature has one. */
  readonly name: string;
}

/** The cells of a GeoJSON file. Throws BadInput with every feature that cannot be read. */
function readCells(path: string, crs: Crs): NamedCell[] {
  const features = parseFeatures(readBytes(path));
  if (!Array.isArray(features)) throw new BadInput([`${basename(path)}: ${say(features.text)}`]);
  const lines: string[] = [];
  const cells = features.flatMap((feature, index) => {
    const read = readGeometry(feature, index, crs);
    if ('polygons' in read) return [{ id: idOf(feature, index), name: nameOf(feature), polygons: read.polygons }];
    lines.push(`${basename(path)}: ${say(read.reason.text)}`);
    return [];
  });
  if (lines.length > 0) throw new BadInput(lines);
  return cells;
}

/** Cells of several files that are parts of one layer. Throws BadInput when an id comes twice. */
export function readLayerFiles(paths: readonly string[], crs: Crs): NamedCell[] {
  const seen = new Map<string, string>();
  const lines: string[] = [];
  const cells = paths.flatMap((path) => {
    const own = readCells(path, crs);
    for (const { id } of own) {
      const before = seen.get(id);
      if (before !== undefined) {
        lines.push(`${basename(path)}: 编号重复 The id "${id}" comes twice (${basename(before)}, ${basename(path)})`);
      }
      seen.set(id, path);
    }
    return own;
  });
  if (lines.length > 0) throw new BadInput(lines);
  return cells;
}

export const readBoundary = (path: string, crs: Crs): Polygon[] =>
  readCells(path, crs).flatMap((cell) => [...cell.polygons]);

const nameOf = (feature: Feature): string => String(feature.properties?.name ?? '');

/** The code of a feature, its id, or its place in the file. */
const idOf = (feature: Feature, index: number): string =>
  String(feature.properties?.code ?? feature.id ?? feature.properties?.id ?? `#${index + 1}`);
