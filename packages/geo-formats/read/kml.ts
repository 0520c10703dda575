import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Text, text } from '#packages/kernel';
import { FormatError, refuse } from '../error.ts';
import { type RawFeature, type RawLayer, type RawShape, type Reading, type SourceFile, titleOf } from '../raw.ts';

/** Elements lie in each other at most so deep. */
const DEEPEST = 64;
const CHUNK = 65_536;

/**
 * Reads the placemarks of KML 2.2 (OGC 07-147r2): polygons, lines and points, also in MultiGeometry; names and ExtendedData. Its degrees
 * are WGS 84. The XML is read strictly; entities of its own are not expanded and nothing that it links to is fetched.
 */
export function readKml({ name, bytes }: SourceFile, reading: Reading): RawLayer {
  const content = decodeXml(name, bytes);
  const placemarks = new Placemarks(reading);
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => placemarks.open(tag));
  parser.on('text', (value) => placemarks.text(value));
  parser.on('cdata', (value) => placemarks.text(value));
  parser.on('closetag', (tag) => placemarks.close(localName(tag.name)));
  parser.on('error', (error) => {
    throw notXml(name, error.message);
  });
  try {
    for (let at = 0; at < content.length; at += CHUNK) parser.write(content.slice(at, at + CHUNK));
    parser.close();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw notXml(name, error instanceof Error ? error.message : String(error));
  }
  return {
    format: 'kml',
    features: placemarks.features,
    crs: { by: 'standard', id: 'wgs84' },
    notes: placemarks.notes(),
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const notXml = (file: string, message: string): FormatError =>
  refuse(file, 'malformed', `文件不是完整的 KML：${message}。`, `The file is no complete KML: ${message}.`);

/** The text of an XML file: UTF-8, or what its first line says. */
function decodeXml(file: string, bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const stated = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(stated, { fatal: true }).decode(bytes);
  } catch {
    throw refuse(
      file,
      'wrong_encoding',
      `文件不是它所声明的 ${stated} 编码。`,
      `The file is not in the encoding that it states (${stated}).`,
    );
  }
}

interface Draft {
  readonly id: string | undefined;
  readonly properties: Record<string, unknown>;
  readonly polygons: Float64Array[][];
  readonly lines: Float64Array[];
  readonly points: number[];
  /** Geometry that cannot be read. */
  refusal?: FormatError;
}

/** Puts placemarks together from the elements as they come. */
class Placemarks {
  readonly features: RawFeature[] = [];
  readonly #reading: Reading;
  readonly #path: string[] = [];
  #text = '';
  #draft: Draft | undefined;
  #field: string | undefined;
  #polygon: Float64Array[] = [];
  #outerRings = 0;
  #links = 0;
  #hasHeights = false;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  notes(): Text[] {
    return [
      ...(this.#hasHeights ? [text('高程未使用。', 'Heights are not used.')] : []),
      ...(this.#links > 0
        ? [text(`有 ${this.#links} 个网络链接未读取。`, `${this.#links} network links were not followed.`)]
        : []),
    ];
  }

  open(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    if (this.#path.length === 0 && name !== 'kml') throw notXml(this.#reading.file, `<${name.slice(0, 40)}>`);
    this.#path.push(name);
    if (this.#path.length > DEEPEST) throw notXml(this.#reading.file, `> ${DEEPEST} levels`);
    this.#text = '';
    if (name === 'Placemark') this.#begin(tag.attributes.id);
    else if (name === 'Data' || name === 'SimpleData') this.#field = tag.attributes.name;
    else if (name === 'Polygon') this.#beginPolygon();
    else if (name === 'NetworkLink') this.#links++;
    else if (name === 'Track' || name === 'MultiTrack' || name === 'Model') this.#refuseGeometry(name);
  }

  text(value: string): void {
    this.#text += value;
  }

  close(name: string): void {
    this.#path.pop();
    const draft = this.#draft;
    if (draft === undefined) return;
    const value = this.#text;
    this.#text = '';
    if (name === 'name' && this.#path.at(-1) === 'Placemark') draft.properties.name = value.trim();
    else if (name === 'value' || name === 'SimpleData') this.#keep(draft, value.trim());
    else if (name === 'coordinates') this.#coordinates(draft, value);
    else if (name === 'Polygon') this.#endPolygon(draft);
    else if (name === 'Placemark') this.#finish(draft);
  }

  #begin(id: string | undefined): void {
    this.#draft = { id, properties: {}, polygons: [], lines: [], points: [] };
    this.#reading.requireFeatures(this.features.length + 1);
  }

  #keep(draft: Draft, value: string): void {
    if (this.#field !== undefined && this.#field !== '__proto__') draft.properties[this.#field] = value;
  }

  #title = (properties: Draft['properties']): string => titleOf(properties, this.features.length);

  #refuseGeometry(type: string): void {
    const draft = this.#draft;
    if (!draft) return;
    const title = this.#title(draft.properties);
    draft.refusal = refuse(
      this.#reading.file,
      'unsupported_geometry',
      `要素 ${title} 不是面、线或点，而是 ${type}。`,
      `Feature ${title} is no polygon, line or point but ${type}.`,
      { feature: title },
    );
  }

  #coordinates(draft: Draft, written: string): void {
    const positions = this.#parse(draft, written);
    const within = this.#path.at(-1);
    if (within === 'Point') draft.points.push(...positions.subarray(0, 2));
    else if (within === 'LineString') draft.lines.push(positions);
    else if (within === 'LinearRing' && this.#path.includes('Polygon')) this.#addRing(positions);
    else if (within === 'LinearRing') draft.polygons.push([positions]);
  }

  /** Holes may stand before the outer ring. */
  #addRing(ring: Float64Array): void {
    if (!this.#path.includes('outerBoundaryIs')) {
      this.#polygon.push(ring);
      return;
    }
    this.#polygon.unshift(ring);
    this.#outerRings++;
  }

  #beginPolygon(): void {
    this.#polygon = [];
    this.#outerRings = 0;
  }

  #endPolygon(draft: Draft): void {
    if (this.#polygon.length === 0) return;
    draft.polygons.push(this.#polygon);
    if (this.#outerRings === 1) return;
    const title = this.#title(draft.properties);
    draft.refusal ??= refuse(
      this.#reading.file,
      'malformed',
      `要素 ${title} 的面应有且只有一条外环。`,
      `Feature ${title} has a polygon that does not have exactly one outer ring.`,
      { feature: title },
    );
  }

  #parse(draft: Draft, written: string): Float64Array {
    const tuples = written.trim().split(/\s+/);
    this.#reading.takeVertices(tuples.length);
    const positions = new Float64Array(2 * tuples.length);
    tuples.forEach((tuple, i) => {
      const [lon, lat, height] = tuple.split(',');
      if (height && Number(height) !== 0) this.#hasHeights = true;
      positions[2 * i] = numberOf(lon);
      positions[2 * i + 1] = numberOf(lat);
      if (Number.isNaN(positions[2 * i]) || Number.isNaN(positions[2 * i + 1])) this.#notAPosition(draft, tuple);
    });
    return positions;
  }

  #notAPosition(draft: Draft, tuple: string): void {
    const title = this.#title(draft.properties);
    const shown = tuple.slice(0, 40);
    draft.refusal ??= refuse(
      this.#reading.file,
      'not_a_number',
      `要素 ${title} 中有坐标不是“经度,纬度”：“${shown}”。`,
      `Feature ${title} has a position that is not "lon,lat": "${shown}".`,
      { feature: title },
    );
  }

  #finish(draft: Draft): void {
    const { id, properties } = draft;
    const title = this.#title(properties);
    this.#draft = undefined;
    const shape = draft.refusal ? undefined : this.#reading.faults.attempt(() => this.#shapeOf(draft, title));
    for (const fault of draft.refusal?.faults ?? []) this.#reading.faults.add(fault);
    this.features.push({ title, id, properties, shape: shape ?? { kind: 'none' } });
  }

  #shapeOf({ polygons, lines, points }: Draft, title: string): RawShape {
    const kinds = [polygons, lines, points].filter((list) => list.length > 0).length;
    if (kinds > 1) {
      throw refuse(
        this.#reading.file,
        'unsupported_geometry',
        `要素 ${title} 混有面、线、点，请分开。`,
        `Feature ${title} mixes polygons, lines and points: separate them.`,
        { feature: title },
      );
    }
    if (polygons.length > 0) return { kind: 'area', polygons };
    if (lines.length > 0) return { kind: 'line', lines };
    return points.length > 0 ? { kind: 'point', points: Float64Array.from(points) } : { kind: 'none' };
  }
}

const numberOf = (written: string | undefined): number => (written?.trim() ? Number(written) : Number.NaN);
