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
const asked = { grid: '320508017003001', except: null, proposed: 'city' };
const idsOf = (choices: Organisation[]) => choices.map(({ id }) => id);

it('the unit that the catalogue proposes is first, then the closest', () => {
  expect(idsOf(unitChoices(UNITS, asked))).toEqual(['city', 'committee', 'street']);
  expect(idsOf(unitChoices(UNITS, { ...asked, proposed: 'street' }))).toEqual(['street', 'committee', 'city']);
});

it('Party organisations steer and handle nothing; who returned it is not offered again', () => {
  expect(idsOf(unitChoices(UNITS, { ...asked, except: 'city' }))).toEqual(['committee', 'street']);
});
