import { transformOf } from '../crs/transform.ts';
import { cannotWrite, columnsOf, type Output, positions, propertiesOf } from './output.ts';

/** CSV (RFC 4180) with a byte order mark, which Excel needs for Chinese: one row per point. */
export function writeCsv(output: Output): Uint8Array {
  const transform = transformOf(output.crs);
  const isMetric = output.crs.startsWith('EPSG:');
  const columns = columnsOf(output.features);
  const rows = output.features.map((feature) => {
    const { shape, id } = feature;
    if (shape.kind !== 'point' || shape.points.length !== 2) {
      throw cannotWrite(output.name, id, 'CSV 只能写单个点', 'CSV holds single points only');
    }
    const properties = propertiesOf(feature);
    return [...positions(shape.points, transform), ...columns.map((column) => properties[column] ?? '')];
  });
  const header = isMetric ? ['x', 'y'] : ['lon', 'lat'];
  return new TextEncoder().encode(`\ufeff${[[...header, ...columns], ...rows].map(csvLine).join('')}`);
}

const csvLine = (fields: readonly unknown[]): string => `${fields.map((field) => quote(String(field))).join(',')}\r\n`;

const quote = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
