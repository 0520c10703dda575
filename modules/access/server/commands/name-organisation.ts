import { levelOf, type Reason, text } from '#packages/kernel';
import { newId } from '#packages/server-kit';
import type { Organisation, OrganisationKind, Person } from '../../contract.ts';
import { canNameOrganisations } from '../../core/policy.ts';
import type { Context } from '../context.ts';
import { problems } from '../problems.ts';
import { addOrganisations, renameOrganisation } from '../store.ts';

export interface NewOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly area: string;
}

const unknownArea: Reason = {
  rule: 'area_exists',
  text: text('没有这个区域编码。', 'There is no area with this code.'),
  field: 'area',
};
const onGrid: Reason = {
  rule: 'organisation_serves_an_area',
  text: text(
    '单位登记在区、街道或社区，不登记在网格。',
    'An organisation serves a district, a street or a community, not a grid.',
  ),
  field: 'area',
};

/** Registers a body of an area. Throws with every reason against it. */
export async function addOrganisation(context: Context, by: Person, input: NewOrganisation): Promise<Organisation> {
  const { database, district, nameOfArea, organisations } = context;
  const { area } = input;
  if (!canNameOrganisations(by, area)) throw problems.may_not_name_organisations();
  const reasons = [
    ...(!area.startsWith(district) || nameOfArea(area) === area ? [unknownArea] : []),
    ...(levelOf(area) === 'grid' ? [onGrid] : []),
  ];
  if (reasons.length > 0) throw problems.organisation_refused({ reasons });
  const organisation = { ...input, id: newId() };
  if ((await addOrganisations(database, district, [organisation])) === 0) throw problems.organisation_exists();
  organisations.refresh();
  return organisation;
}

/** A body gets another name; what it did under the old one stays in the ledger by its id. */
export async function nameOrganisation(context: Context, by: Person, id: string, name: string): Promise<Organisation> {
  const { database, district, organisations } = context;
  const known = await organisations.find(id);
  if (!known) throw problems.no_such_organisation();
  if (!canNameOrganisations(by, known.area)) throw problems.may_not_name_organisations();
  const all = await organisations.all();
  if (all.some((one) => one.id !== id && one.area === known.area && one.kind === known.kind && one.name === name)) {
    throw problems.organisation_exists();
  }
  await renameOrganisation(database, district, id, name);
  organisations.refresh();
  return { ...known, name };
}
