import { text } from '#packages/kernel';
import { cite } from '../law.ts';
import type { Reader } from '../reader.ts';
import { type Basis, type DecisionRule, isSilent, type RulingEdition } from '../rule.ts';
import { findEdition } from '../rules.ts';

/** The edition of the day; a day before the first, and an edition without such a body, are refused with the article. */
export function readEdition(reader: Reader, rule: DecisionRule, date: string): RulingEdition | undefined {
  const edition = findEdition(rule, date);
  if (edition !== undefined && !isSilent(edition)) return edition;
  if (edition !== undefined) {
    const { editionTitle, silent, article } = edition;
    reader.fault(
      'edition_rules',
      'date',
      text(
        `${date} 适用${editionTitle.zh}（${cite(article)}）：${silent.zh}`,
        `${date}: the ${editionTitle.en} was in force (${cite(article)}): ${silent.en}`,
      ),
    );
    return undefined;
  }
  const first = rule.editions[0];
  reader.fault(
    'has_edition',
    'date',
    text(
      `没有 ${date} 有效的版本：最早的是${first.editionTitle.zh}，自 ${first.from} 起施行。`,
      `No edition was in force on ${date}: the first here is the ${first.editionTitle.en}, from ${first.from}.`,
    ),
  );
  return undefined;
}

/** A basis that the edition admits. Without an edition the choice is only read as a word. */
export function readBasis(
  reader: Reader,
  value: unknown,
  at: string,
  edition: RulingEdition | undefined,
): Basis | undefined {
  if (edition === undefined) return typeof value === 'string' ? (value as Basis) : undefined;
  const admitted = edition.electorates.map(({ basis }) => basis);
  const found = admitted.find((basis) => basis === value);
  if (found !== undefined) return found;
  const zh = edition.electorates.map(({ basis, who }) => `${basis}（${who.zh}）`).join('、');
  const en = edition.electorates.map(({ basis, who }) => `${basis} (${who.en})`).join(', ');
  const { article } = edition.electorates[0].validity ?? edition.passes;
  reader.fault(
    'is_admitted_basis',
    at,
    text(
      `${value === undefined ? '缺少' : '不适用'}：按${edition.editionTitle.zh}（${cite(article)}）可以是 ${zh}。`,
      `${value === undefined ? 'Missing' : 'Not admitted'}: by the ${edition.editionTitle.en} (${cite(article)}) it may be ${en}.`,
    ),
  );
  return undefined;
}
