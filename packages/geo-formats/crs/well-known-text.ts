import { type Text, text } from '#packages/kernel';
import { byProj4, type Transform } from './transform.ts';

/** A coordinate system that a file describes itself. */
export interface DescribedCrs {
  readonly name: Text;
  readonly transform: Transform;
}

/**
 * Datums that agree with WGS 84 within a metre or two: no shift is applied. All others (Beijing 1954, Xi'an 1980, local
 * ones) lie up to some hundred metres off and need parameters that only the surveying authority has.
 */
const NEAR_WGS84 =
  /^(d_)?(wgs_?(19)?84|world_geodetic_system_1984.*|china_2000|china_geodetic_coordinate_system_2000|cgcs_?2000|north_american_(datum_)?1983|nad_?83.*|etrs_?(19)?89|european_terrestrial_reference_system_1989.*|itrf_?\d*|gda_?(19)?\d{2,4}|jgd_?\d{4})$/i;

/**
 * Reads well-known text (WKT 1 of a .prj file, or WKT 2). Answers with a sentence when it cannot be followed.
 */
export function readWellKnownText(wkt: string): DescribedCrs | { readonly unsupported: Text } {
  const name = /^\s*\w+\s*[[(]\s*"([^"]*)"/.exec(wkt)?.[1] ?? '';
  const datum = /(?:DATUM|ENSEMBLE)\s*[[(]\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
  if (!NEAR_WGS84.test(datum.trim().replaceAll(' ', '_'))) return { unsupported: foreignDatum(name, datum) };
  try {
    return { name: text(name, name), transform: byProj4(wkt) };
  } catch {
    return { unsupported: unknownProjection(name) };
  }
}

const foreignDatum = (name: string, datum: string): Text =>
  text(
    `坐标系“${name}”的基准“${datum}”与 CGCS2000 / WGS 84 相差可达百米，转换参数由测绘部门掌握；请先转换为 CGCS2000。`,
    `The datum "${datum}" of "${name}" may differ from CGCS2000 / WGS 84 by a hundred metres; the surveying authority has the parameters. Convert the file to CGCS2000 first.`,
  );

const unknownProjection = (name: string): Text =>
  text(
    `不能识别文件中的坐标系“${name}”；请先转换为 CGCS2000。`,
    `The file's coordinate system "${name}" is not understood: convert it to CGCS2000 first.`,
  );
