import { createClient, currentLocale } from '#packages/web-kit';
import type { AccessApi } from '../../contract.ts';

export const api = createClient<AccessApi>(currentLocale);
