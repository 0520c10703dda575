import type { OrganisationKind } from '../../access/contract.ts';
import type { CatalogueRow, Standard } from './catalogue.ts';
import { CATEGORIES } from './categories.ts';

/** A first catalogue for a district: each kind with one standard and the limit of the list of kinds, to be refined by its centre. */
export const rowsByKind = (district: string): CatalogueRow[] =>
  CATEGORIES.map(({ code, name, responsible, term }) => ({
    category: code,
    area: district,
    responsible: { kind: responsible as OrganisationKind },
    co: [],
    standards: [ordinary(name.zh, term)],
  }));

const ordinary = (name: string, term: Standard['term']): Standard => ({
  id: 'ordinary',
  opens: `现场确有“${name}”情形`,
  closes: '问题已消除，现场恢复正常',
  term,
});
