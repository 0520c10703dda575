import { transformOf } from '../crs/transform.ts';
import {
  cannotWrite,
  closedRings,
  type Output,
  type OutputFeature,
  positions,
  propertiesOf,
  requireWgs84,
} from './output.ts';

/** KML 2.2; all properties are text, as KML has it. */
export function writeKml(output: Output): Uint8Array {
  requireWgs84(output, 'KML');
  const placemarks = output.features.map((feature) => placemark(feature, output.name));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(output.name, output.name, output.name)}</name>`,
    ...placemarks,
    '</Document></kml>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function placemark(feature: OutputFeature, file: string): string {
  const written = (value: unknown): string => escapeXml(textOf(value), feature.id, file);
  const { name, ...rest } = propertiesOf(feature);
  const data = Object.entries(rest).map(
    ([key, value]) => `<Data name="${written(key)}"><value>${written(value)}</value></Data>`,
  );
  const title = name === undefined ? '' : `<name>${written(name)}</name>`;
  return `<Placemark>${title}<ExtendedData>${data.join('')}</ExtendedData>${geometry(feature)}</Placemark>`;
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

function escapeXml(value: string, feature: string, file: string): string {
  if (FORBIDDEN.test(value)) throw cannotWrite(file, feature, '文字中有控制字符', 'its text has control characters');
  return value.replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign]);
}

function geometry({ shape }: OutputFeature): string {
  if (shape.kind === 'none') return '';
  const parts =
    shape.kind === 'area'
      ? shape.polygons.map((polygon) => {
          const [outer, ...holes] = closedRings(polygon, 'wgs84', 'counter-clockwise').map(ring);
          return `<Polygon><outerBoundaryIs>${outer}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${hole}</innerBoundaryIs>`).join('')}</Polygon>`;
        })
      : shape.kind === 'line'
        ? shape.lines.map((line) => `<LineString>${coordinates(degrees(line))}</LineString>`)
        : Array.from({ length: shape.points.length / 2 }, (_, i) => {
            const point = degrees(shape.points.subarray(2 * i, 2 * i + 2));
            return `<Point>${coordinates(point)}</Point>`;
          });
  return parts.length === 1 ? parts[0] : parts.length === 0 ? '' : `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

const degrees = (points: Int32Array): Float64Array => positions(points, transformOf('wgs84'));
const ring = (line: Float64Array): string => `<LinearRing>${coordinates(line)}</LinearRing>`;

function coordinates(line: Float64Array): string {
  const tuples = Array.from(
    { length: line.length / 2 },
    (_, i) => `${line[2 * i].toFixed(7)},${line[2 * i + 1].toFixed(7)}`,
  );
  return `<coordinates>${tuples.join(' ')}</coordinates>`;
}
