import { ROLES, type Role } from '#modules/access/contract';
import type { Locale } from '#packages/kernel';

interface Held {
  readonly role: Role;
  readonly areaName: string;
}

/** "网格员 · 道前社区第一网格" and how many more there are. */
export function rolesInWords(grants: readonly Held[], locale: Locale): string {
  const [first, ...rest] = grants.filter(({ role }) => role !== 'resident');
  if (!first) return ROLES.resident[locale];
  const name = `${ROLES[first.role][locale]} · ${first.areaName}`;
  if (rest.length === 0) return name;
  return locale === 'zh' ? `${name} 等 ${rest.length + 1} 个角色` : `${name} and ${rest.length} more`;
}
