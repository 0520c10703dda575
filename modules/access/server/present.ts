import type { Grant, Me, PersonRow } from '../core/api.ts';
import type { Context } from './context.ts';
import { needsSecondFactor } from './identify.ts';
import type { GrantRow, PersonRecord } from './queries.ts';

const presentGrant = ({ id, role, area, organisation }: GrantRow, { nameOfArea }: Context): Grant => ({
  id,
  role,
  area,
  areaName: nameOfArea(area),
  organisation,
});

export const presentPerson = (
  { id, name, username, phone, active, grants }: PersonRecord,
  context: Context,
): PersonRow => ({
  id,
  name,
  username,
  phone,
  active,
  grants: grants.map((grant) => presentGrant(grant, context)),
});

export function presentMe(record: PersonRecord | undefined, context: Context): Me {
  if (!record) return { person: null, grants: [], secondFactorNeeded: false };
  const { id, name, username, secondFactor, grants } = record;
  const waits = needsSecondFactor(record, context.demo);
  return {
    person: { id, name, username, secondFactor },
    grants: waits ? [] : grants.map((grant) => presentGrant(grant, context)),
    secondFactorNeeded: waits,
  };
}
