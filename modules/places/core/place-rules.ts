import { text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';

/** A position as somebody sent it: nothing is known of it yet. */
export interface PlaceInput {
  readonly lon: number;
  readonly lat: number;
}

const inWorld = ({ lon, lat }: PlaceInput): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
const inChina = ({ lon, lat }: PlaceInput): boolean => lon > 73 && lon < 136 && lat > 3 && lat < 54;

export const coordinatesAreNotSwapped: Rule<PlaceInput> = {
  id: 'coordinates_are_not_swapped',
  text: text(
    '经度和纬度似乎写反了：经度（lon）在前，纬度（lat）在后，例如 lon=120.62, lat=31.31。',
    'Longitude and latitude seem to be swapped: lon is east, lat is north, e.g. lon=120.62, lat=31.31.',
  ),
  broken: (place) => !inChina(place) && inChina({ lon: place.lat, lat: place.lon }),
};

export const coordinatesAreInRange: Rule<PlaceInput> = {
  id: 'coordinates_are_in_range',
  text: text('经度应在 -180 到 180 之间，纬度应在 -90 到 90 之间。', 'Longitude is -180 to 180, latitude -90 to 90.'),
  broken: (place) => !inWorld(place),
};

export const PLACE_RULES: readonly Rule<PlaceInput>[] = [coordinatesAreNotSwapped, coordinatesAreInRange];
