import { expect, it } from 'vitest';
import { reasonsOf } from '#packages/procedure';
import type { Person, Role } from '../../access/contract.ts';
import { PLACE_RULES } from './place-rules.ts';
import { canImportGridLayer, canPublishGridPlan, canSeeGridPlans, roleOfPlanner } from './policy.ts';

const DISTRICT = '320508';
const holding = (role: Role, area: string): Person => ({
  person: 'p',
  name: '周启明',
  grants: [{ role, area, organisation: null }],
});

it.each([
  ['district_centre', '320508', { see: true, import: true, publish: true }],
  ['administrator', '320508', { see: true, import: true, publish: true }],
  ['street_staff', '320508001', { see: true, import: true, publish: false }],
  ['auditor', '320508', { see: true, import: false, publish: false }],
  ['community_secretary', '320508001001', { see: false, import: false, publish: false }],
  ['grid_worker', '320508001001001', { see: false, import: false, publish: false }],
  ['street_staff', '320509001', { see: false, import: false, publish: false }],
  ['administrator', '320509', { see: false, import: false, publish: false }],
] as const)('%s of %s may %j', (role, area, may) => {
  const actor = holding(role, area);
  expect({
    see: canSeeGridPlans(actor, DISTRICT),
    import: canImportGridLayer(actor, DISTRICT),
    publish: canPublishGridPlan(actor, DISTRICT),
  }).toEqual(may);
});

it('the ledger names the role that allowed it', () => {
  expect(roleOfPlanner(holding('district_centre', '320508'), DISTRICT)).toBe('district_centre');
  expect(roleOfPlanner(holding('street_staff', '320508001'), DISTRICT)).toBe('street_staff');
});

it('coordinates that are swapped or not on Earth have a sentence of their own', () => {
  const rules = (lon: number, lat: number) => reasonsOf(PLACE_RULES, { lon, lat }).map(({ rule }) => rule);
  expect(rules(120.62, 31.31)).toEqual([]);
  expect(rules(31.31, 120.62)).toEqual(['coordinates_are_not_swapped', 'coordinates_are_in_range']);
  expect(rules(40, 85)).toEqual(['coordinates_are_not_swapped']); // western China, swapped
  expect(rules(181, 10)).toEqual(['coordinates_are_in_range']);
  expect(rules(2.35, 48.86)).toEqual([]); // elsewhere on Earth: far outside, but not wrong
});
