import { reasonsOf } from '#packages/procedure';
import type { Crs, Point } from '../contract.ts';
import { NoSuchPlace, toWgs84 } from './crs.ts';
import { PLACE_RULES } from './place-rules.ts';
import { problems } from './problems.ts';

/** The WGS 84 position that somebody means. Throws the problem `bad_place` with the reasons why there is none. */
export function positionOf(asked: Point, crs: Crs): Point {
  const reasons = reasonsOf(PLACE_RULES, asked);
  if (reasons.length > 0) throw problems.bad_place({ reasons });
  try {
    return toWgs84(asked, crs);
  } catch (error) {
    if (!(error instanceof NoSuchPlace)) throw error;
    throw problems.bad_place({ reasons: [{ rule: 'place_exists', text: error.text }] });
  }
}
