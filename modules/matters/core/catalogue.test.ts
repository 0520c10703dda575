import { describe, expect, it } from 'vitest';
import type { Organisation, OrganisationKind } from '../../access/contract.ts';
import { type CatalogueRow, propose, rowFor, underOf } from './catalogue.ts';
import { RULES, type RuleInput } from './rules.ts';
import { rowsByKind } from './standards.ts';

const GRID = '320508017003001';
const unit = (id: string, kind: OrganisationKind, area = '320508'): Organisation => ({ id, name: id, kind, area });
const UNITS = [
  unit('centre', 'district'),
  unit('lamps', 'urban_management'),
  unit('street', 'street', '320508017'),
  unit('committee', 'community', '320508017003'),
  unit('party', 'party'),
];
const standard = (id: string, amount: number) => ({
  id,
  opens: '灯不亮',
  closes: '灯亮',
  term: { amount, unit: 'work_hour' as const },
});
const row = (area: string, kind: OrganisationKind, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  category: '0202',
  area,
  responsible: { kind },
  co: [],
  standards: [standard('one', 4), standard('many', 8)],
  ...more,
});
const asked = { category: '0202', grid: GRID, nameOf: (area: string) => area };

describe('the row that counts', () => {
  it('is the one of the most specific area', () => {
    const rows = [row('320508', 'urban_management'), row('320508017', 'street'), row('320508011', 'community')];
    expect(rowFor(rows, '0202', GRID)?.area).toBe('320508017');
    expect(rowFor(rows, '0101', GRID)).toBeUndefined();
  });
});

describe('what is proposed', () => {
  it('the unit of that kind nearest to the place, with its reason', () => {
    const proposal = propose({ version: 3, row: row('320508', 'street') }, asked, UNITS);
    expect(proposal).toMatchObject({ version: 3, unit: { id: 'street' }, caught: false });
    expect(proposal.why.zh).toContain('第 3 版');
  });
  it('one that is named, and helpers without the responsible one itself', () => {
    const named = row('320508', 'street', {
      responsible: { unit: 'lamps' },
      co: [{ kind: 'community' }, { kind: 'urban_management' }, { kind: 'police' }],
    });
    const proposal = propose({ version: 1, row: named }, asked, UNITS);
    expect(proposal.unit?.id).toBe('lamps');
    expect(proposal.co.map(({ id }) => id)).toEqual(['committee']);
  });
  it('no row, or a body that is not there: the district catches it', () => {
    for (const found of [undefined, row('320508', 'police')]) {
      expect(propose({ version: 2, row: found }, asked, UNITS)).toMatchObject({ caught: true, unit: { id: 'centre' } });
    }
  });
  it('without a catalogue: what the list of kinds says, and nothing is held against a dispatch', () => {
    expect(propose(null, asked, UNITS)).toMatchObject({ version: null, unit: { id: 'lamps' }, standards: [] });
  });
});

describe('under what it is dispatched', () => {
  const proposal = propose({ version: 3, row: row('320508', 'street') }, asked, UNITS);
  it('the standard that was chosen, the first where nobody chose', () => {
    expect(underOf(proposal, 'many')).toMatchObject({ version: 3, standard: 'many', term: { amount: 8 } });
    expect(underOf(proposal, undefined)).toMatchObject({ standard: 'one' });
    expect(underOf(proposal, 'none')).toBeUndefined();
  });
});

describe('rules of a dispatch', () => {
  const state = { stage: 'accepted', grid: GRID, unit: null } as RuleInput['state'];
  const proposal = propose({ version: 3, row: row('320508', 'urban_management') }, asked, UNITS);
  const broken = (input: Partial<RuleInput>) =>
    (RULES.dispatch ?? [])
      .filter((rule) => rule.broken({ state, person: 'me', now: '2026-11-25T02:00:00Z', proposal, ...input }))
      .map(({ id }) => id);

  it('as proposed: nothing is broken', () => {
    expect(broken({ unit: UNITS[1], standard: 'many' })).toEqual([]);
  });
  it('difference_has_a_reason', () => {
    expect(broken({ unit: UNITS[2] })).toEqual(['difference_has_a_reason']);
    expect(broken({ unit: UNITS[2], reason: '街道已在现场' })).toEqual([]);
  });
  it('standard_is_in_the_catalogue', () => {
    expect(broken({ unit: UNITS[1], standard: 'x' })).toEqual(['standard_is_in_the_catalogue']);
  });
  it('caught_goes_to_the_district, unless its centre chooses', () => {
    const caught = { caught: true, reason: '两家都说不是' };
    expect(broken({ unit: UNITS[1], ...caught })).toEqual(['caught_goes_to_the_district']);
    expect(broken({ unit: UNITS[0], ...caught })).toEqual([]);
    expect(broken({ unit: UNITS[1], ...caught, isCentre: true })).toEqual([]);
  });
  it('only_the_caught_is_dispatched_on', () => {
    const dispatched = { ...state, stage: 'dispatched', unit: 'centre' } as RuleInput['state'];
    expect(broken({ state: dispatched, unit: UNITS[1] })).toEqual(['only_the_caught_is_dispatched_on']);
    expect(broken({ state: { ...dispatched, caught: 'waiting' }, unit: UNITS[1] })).toEqual([]);
    expect(broken({ state: { ...dispatched, caught: 'assigned' }, unit: UNITS[1] })).toEqual([
      'only_the_caught_is_dispatched_on',
    ]);
  });
  it('helpers_are_known', () => {
    expect(broken({ unit: UNITS[1], co: [UNITS[3]] })).toEqual([]);
    for (const helper of [undefined, UNITS[1], UNITS[4]]) {
      expect(broken({ unit: UNITS[1], co: [helper] })).toEqual(['helpers_are_known']);
    }
  });
});

it('a first catalogue has every kind once, in the district', () => {
  const rows = rowsByKind('320508');
  expect(new Set(rows.map(({ category }) => category)).size).toBe(rows.length);
  expect(rows.every(({ area, standards }) => area === '320508' && standards.length > 0)).toBe(true);
});
