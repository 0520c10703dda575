import { text } from '#packages/kernel';
import { findCrs } from '../crs/known.ts';
import { readWellKnownText } from '../crs/well-known-text.ts';
import { refuse } from '../error.ts';
import { type RawFeature, type RawLayer, type RawShape, type Reading, type StatedCrs, titleOf } from '../raw.ts';
import { readTable, type Table } from './dbf.ts';
import { readShapes } from './shp.ts';

/** The files of one Shapefile; the index (.shx) is not needed. */
export interface ShapefileParts {
  readonly shp: Uint8Array;
  readonly dbf?: Uint8Array;
  readonly prj?: Uint8Array;
  readonly cpg?: Uint8Array;
}

export function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts, reading: Reading): RawLayer {
  const shapes = readShapes(shp, reading);
  const table = dbf && readTable(dbf, cpg && ascii(cpg), reading);
  if (table) requireSameLength(shapes.length, table.rows.length, reading.file);
  const features = shapes.flatMap((shape, index) => featureOf(shape, table, index));
  return {
    format: 'shapefile',
    features,
    crs: statedCrs(prj),
    ...(table && { encoding: table.encoding }),
    notes: notesOf(table),
  };
}

function featureOf(shape: RawShape | undefined, table: Table | undefined, index: number): RawFeature[] {
  const properties = table ? table.rows[index] : {};
  if (!shape || !properties) return [];
  return [{ title: titleOf(properties, index), id: undefined, properties, shape }];
}

/** A .prj file is plain ASCII; anything else will not be understood and is told as it stands. */
const ascii = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000)).trim();

function statedCrs(prj: Uint8Array | undefined): StatedCrs {
  const wkt = prj ? ascii(prj) : '';
  if (wkt === '') return { by: 'nobody' };
  const id = findCrs(wkt);
  if (id) return { by: 'file', id };
  const read = readWellKnownText(wkt);
  return 'unsupported' in read ? { by: 'file', unsupported: read.unsupported } : { by: 'file', described: read };
}

function requireSameLength(shapes: number, rows: number, file: string): void {
  if (shapes === rows) return;
  throw refuse(
    file,
    'table_mismatch',
    `.shp 有 ${shapes} 个图形，.dbf 有 ${rows} 行，二者不一致。`,
    `The .shp file has ${shapes} shapes and the .dbf table ${rows} rows.`,
  );
}

function notesOf(table: Table | undefined): RawLayer['notes'] {
  const deleted = table?.rows.filter((row) => row === null).length ?? 0;
  return [
    ...(table ? [] : [text('没有 .dbf 属性表。', 'There is no .dbf table of attributes.')]),
    ...(deleted > 0
      ? [text(`${deleted} 行已标记删除，未读入。`, `${deleted} rows are marked as deleted and were left out.`)]
      : []),
  ];
}
