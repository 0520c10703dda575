import { parseArgs } from 'node:util';
import type { Locale, Text } from '#packages/kernel';
import {
  addLocalRule,
  type DecisionCase,
  decideCase,
  explain,
  labelOf,
  needsOf,
  RULES,
  readCase,
  readLocalRule,
  type Verdict,
} from '#packages/procedure/decisions';
import { BadInput, type CliIo, guarded, NOT_PASSED, PASSED, readJson } from './input.ts';
import { alignColumns } from './table.ts';

const USAGE = 'gongzhi decide verdict FILE.json [--local RULE.json] [--lang zh|en] [--json]';

const OPTIONS = {
  local: { type: 'string' },
  lang: { type: 'string', default: 'zh' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * The verdict of the law on counts in a file (packages/procedure/decisions/README.md, "Input"). Resolves to 0 when it has passed, 1 when it
 * has not or is not valid, 2 for input that gives no verdict.
 */
export const decideVerdict = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, args.includes('--json'), async () => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    if (positionals.length !== 1) throw new BadInput([USAGE]);
    const locale = localeOf(values.lang);
    const rules = values.local === undefined ? RULES : addLocalRule(readLocalRule(await readJson(values.local)));
    const input = readCase(await readJson(positionals[0]), rules);
    const verdict = decideCase(input);
    if (values.json) io.out(JSON.stringify(asJson(verdict)));
    else for (const line of linesOf(verdict, input, locale)) io.out(line);
    return verdict.passed ? PASSED : NOT_PASSED;
  });

function localeOf(lang: string): Locale {
  if (lang === 'zh' || lang === 'en') return lang;
  throw new BadInput([`--lang: 应为 zh 或 en It must be zh or en ("${lang}")`, USAGE]);
}

/** The verdict with the names of the command's JSON; notes only where there are some. */
const asJson = ({ notVoting, notes, ...verdict }: Verdict) => ({
  ...verdict,
  ...(notVoting !== undefined && { not_voting: notVoting }),
  ...(notes.length > 0 && { notes }),
});

const HEADINGS: readonly Text[] = [
  { zh: '条件', en: 'Condition' },
  { zh: '要求', en: 'Needed' },
  { zh: '实际', en: 'Counted' },
  { zh: '结果', en: 'Result' },
  { zh: '依据', en: 'Article' },
];
const MET: Text = { zh: '满足', en: 'met' };
const NOT_MET: Text = { zh: '不满足', en: 'not met' };
const SEPARATOR: Text = { zh: '：', en: ': ' };

function linesOf(verdict: Verdict, input: DecisionCase, locale: Locale): string[] {
  const say = (text: Text) => text[locale];
  const rows = verdict.conditions.map((condition) => [
    say(labelOf(condition)),
    say(needsOf(condition)),
    `${condition.numerator}/${condition.denominator}`,
    say(condition.met ? MET : NOT_MET),
    condition.article,
  ]);
  return [
    say(input.rule.title),
    `${input.date} · ${say(input.edition.editionTitle)} · ${whoOf(input, locale)}`,
    '',
    ...alignColumns([HEADINGS.map(say), ...rows]),
    '',
    say(explain(verdict, input)),
    ...silence(verdict, locale),
    ...verdict.notes.map((note) => say({ zh: '注意', en: 'Note' }) + say(SEPARATOR) + say(note)),
  ];
}

/** Who counts, in words. */
function whoOf({ edition, ...input }: DecisionCase, locale: Locale): string {
  const basis = input.kind === 'meeting' ? input.counts.basis : input.kind === 'election' ? input.mode : 'owners';
  const electorate = edition.electorates.find((one) => one.basis === basis);
  return electorate?.who[locale] ?? basis;
}

function silence({ notVoting = 0 }: Verdict, locale: Locale): string[] {
  if (notVoting === 0) return [];
  return [
    locale === 'zh'
      ? `${notVoting} 人没有表态，记为“未参与”，不计入赞成。`
      : `${notVoting} did not vote: recorded as not taking part, never counted in favour.`,
  ];
}
