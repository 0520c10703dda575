import { createClient, currentLocale } from '#packages/web-kit';
import type { AccessApi } from '../../../access/contract.ts';
import type { PlacesApi } from '../../../places/contract.ts';
import type { MattersApi } from '../../contract.ts';

export const matters = createClient<MattersApi>(currentLocale);
export const places = createClient<PlacesApi>(currentLocale);
export const access = createClient<AccessApi>(currentLocale);

/** How often open lists and pages are asked again, in milliseconds. */
export const POLL = 20_000;
