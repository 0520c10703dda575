import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Cell, Polygon } from '#packages/coverage';
import {
  type CrsId,
  cellsOf,
  type FeatureCell,
  type Layer,
  type LayerReading,
  LIMITS,
  readLayer,
} from '#packages/geo-formats';
import { BadInput, type CliIo, crsOf, say } from './input.ts';

/** The options with which every command reads layers. */
export const LAYER_OPTIONS = {
  crs: { type: 'string', multiple: true },
  id: { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** What LAYER_OPTIONS are for, as a line of a usage text. */
export const LAYER_USAGE = '[--crs CRS | --crs FILE=CRS ...] [--id FIELD] [--encoding utf-8|gbk]';

export interface LayerValues {
  readonly crs?: readonly string[];
  readonly id?: string;
  readonly encoding?: string;
}

/** Reads the layers of a command, each in its coordinate system. */
export class LayerFiles {
  readonly #io: CliIo;
  readonly #values: LayerValues;
  readonly #crs: { readonly all: CrsId | undefined; readonly byFile: ReadonlyMap<string, CrsId> };

  /** Throws BadInput for a coordinate system that is unknown. */
  constructor(io: CliIo, values: LayerValues) {
    this.#io = io;
    this.#values = values;
    const named = (values.crs ?? []).map((value) => {
      const at = value.lastIndexOf('=');
      return { file: value.slice(0, Math.max(0, at)), crs: crsOf(value.slice(at + 1)) };
    });
    this.#crs = {
      all: named.findLast(({ file }) => file === '')?.crs,
      byFile: new Map(named.filter(({ file }) => file !== '').map(({ file, crs }) => [basename(file), crs])),
    };
  }

  /** Throws BadInput when the file cannot be opened or its coordinate system has to be stated; FormatError for what is in it. */
  async read(path: string, options: { readonly id?: string } = this.#values): Promise<Layer> {
    const name = basename(path);
    const crs = this.#crs.byFile.get(name) ?? this.#crs.all;
    const reading = await readLayer(
      { name, bytes: await bytesOf(path) },
      {
        ...(crs && { crs }),
        ...(options.id !== undefined && { idField: options.id }),
        ...(this.#values.encoding !== undefined && { encoding: this.#values.encoding }),
      },
    );
    if (reading.status === 'needs_crs') throw new BadInput(question(reading));
    for (const note of reading.layer.notes) this.#io.err(`${name}: ${say(note)}`);
    return reading.layer;
  }

  async readCells(path: string): Promise<FeatureCell[]> {
    return cellsOf(await this.read(path));
  }

  /** Cells of several files that are parts of one layer. Throws BadInput when an id comes twice. */
  async readParts(paths: readonly string[]): Promise<FeatureCell[]> {
    const seen = new Map<string, string>();
    const lines: string[] = [];
    const cells: FeatureCell[] = [];
    for (const path of paths) {
      for (const cell of await this.readCells(path)) {
        const before = seen.get(cell.id);
        if (before !== undefined) {
          lines.push(
            `${basename(path)}: 编号重复 The id "${cell.id}" comes twice (${basename(before)}, ${basename(path)})`,
          );
        }
        seen.set(cell.id, path);
        cells.push(cell);
      }
    }
    if (lines.length > 0) throw new BadInput(lines);
    return cells;
  }

  /** All polygons of a file. Throws BadInput when there is none. */
  async readBoundary(path: string): Promise<Polygon[]> {
    const polygons = cellsOf(await this.read(path, {})).flatMap((cell) => [...cell.polygons]);
    if (polygons.length > 0) return polygons;
    throw new BadInput([`${basename(path)}: 没有多边形 There is no polygon`]);
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= LIMITS.bytes) return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput([`${path}: 文件打不开 The file cannot be opened (${code})`]);
  }
  const megabytes = Math.floor(LIMITS.bytes / 2 ** 20);
  throw new BadInput([`${basename(path)}: 文件超过 ${megabytes} MB The file is larger than ${megabytes} MB`]);
}

/** So many candidates are told one by one. */
const MOST_CANDIDATES = 12;

function question({ file, why, candidates }: LayerReading & { status: 'needs_crs' }): string[] {
  const lines = candidates
    .slice(0, MOST_CANDIDATES)
    .map(
      ({ id, name, why: reason, centre }) => `  --crs ${file}=${id}  ${say(name)} @ ${centre.join(',')} ${say(reason)}`,
    );
  const more = candidates.length - MOST_CANDIDATES;
  const rest = more > 0 ? [`  ……另有 ${more} 个 more`] : [];
  return [`${file}: ${say(why)} 请用 --crs 说明 State it with --crs:`, ...lines, ...rest];
}

/** How many vertices cells have: what the work depends on. */
export const countVertices = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { polygons }) => sum + polygons.flat().reduce((own, ring) => own + ring.length / 2, 0), 0);
