import { expect, it } from 'vitest';
import type { Organisation, OrganisationKind } from '../../../../access/contract.ts';
import { unitChoices } from './units.ts';

const unit = (id: string, kind: OrganisationKind, area: string): Organisation => ({ id, name: id, kind, area });
const UNITS = [
  unit('party', 'party', '320508'),
  unit('city', 'urban_management', '320508'),
  unit('street', 'street', '320508017'),
  unit('other street', 'street', '320508011'),
  unit('committee', 'community', '320508017003'),
];
const asked = { category: '0101', grid: '320508017003001', except: null };
const idsOf = (choices: ReturnType<typeof unitChoices>) => choices.map((choice) => choice.unit.id);

it('the unit that the list of duties names is first and says why, then the closest', () => {
  const choices = unitChoices(UNITS, asked);
  expect(idsOf(choices)).toEqual(['city', 'committee', 'street']);
  expect(choices[0].why?.zh).toContain('城市管理局');
  expect(choices[1].why).toBeUndefined();
});

it('Party organisations steer and handle nothing; who returned it is not offered again', () => {
  expect(idsOf(unitChoices(UNITS, { ...asked, except: 'city' }))).toEqual(['committee', 'street']);
});
