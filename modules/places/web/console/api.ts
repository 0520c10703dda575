import { createClient, currentLocale } from '#packages/web-kit';
import type { PlacesApi } from '../../contract.ts';

export const places = createClient<PlacesApi>(currentLocale);
