import type { Locale } from '#packages/kernel';
import type { Holder } from '../../access/contract.ts';
import type { Grid } from '../contract.ts';
import type { Fault, GridPage, GridRow } from '../core/api.ts';
import type { PublishedGrid } from '../core/published.ts';
import type { LayerFault } from '../core/soundness.ts';

/** What everybody may see of a grid. */
export const presentGrid = ({ code, name, kind, households, community, street }: Grid): GridRow => ({
  code,
  name,
  kind,
  households,
  community,
  street,
});

/** A grid with the posts whose holders and telephones are public by law (滨州网格条例 6(2)); never a person's id. */
export const presentGridPage = (
  grid: PublishedGrid,
  holders: readonly Holder[],
  nameOf: (area: string) => string,
): GridPage => ({
  ...presentGrid(grid),
  bounds: grid.bounds,
  inside: grid.inside,
  people: holders.map(({ name, role, phone, area }) => ({ name, role, phone, area: nameOf(area) })),
});

/** A fault with its place as GeoJSON and its sentence in one language. */
export const presentFault = ({ kind, ids, areaM2, where, text }: LayerFault, locale: Locale): Fault => ({
  kind,
  ids: [...ids],
  area_m2: areaM2,
  where,
  text: text[locale],
});
