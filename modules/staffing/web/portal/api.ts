import { createClient, currentLocale } from '#packages/web-kit';
import type { StaffingApi } from '../../contract.ts';

export const staffing = createClient<StaffingApi>(currentLocale);
