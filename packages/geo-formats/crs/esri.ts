import { type CrsId, PROJECTED, type Projected } from './known.ts';

const CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** The text of a .prj file; undefined for the shifted systems of web maps, for which no text is agreed. */
export function projectionFile(crs: CrsId): string | undefined {
  if (crs === 'wgs84') return WGS84;
  if (crs === 'cgcs2000') return CGCS2000;
  const system = PROJECTED.get(crs);
  return system && projected(system);
}

function projected({ name, meridian, falseEasting, definition }: Projected): string {
  const isUtm = definition.includes('+proj=utm');
  const [base, projection, scale] = isUtm
    ? [WGS84, 'Transverse_Mercator', '0.9996']
    : [CGCS2000, 'Gauss_Kruger', '1.0'];
  const title = name.en.replaceAll(/[^A-Za-z0-9]+/g, '_');
  const parameters = Object.entries({
    False_Easting: `${falseEasting}.0`,
    False_Northing: '0.0',
    Central_Meridian: `${meridian}.0`,
    Scale_Factor: scale,
    Latitude_Of_Origin: '0.0',
  }).map(([key, value]) => `PARAMETER["${key}",${value}]`);
  return `PROJCS["${title}",${base},PROJECTION["${projection}"],${parameters.join(',')},UNIT["Meter",1.0]]`;
}
