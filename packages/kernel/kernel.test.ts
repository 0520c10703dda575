import { expect, it } from 'vitest';
import { ancestor, defineProblems, holds, levelOf, localeOf, text, VISITOR, worksFor } from './index.ts';

it('codes: levels, ancestors, and a clear error for what is not a code', () => {
  expect(levelOf('320508')).toBe('district');
  expect(levelOf('320508017003001')).toBe('grid');
  expect(ancestor('320508017003001', 'community')).toBe('320508017003');
  expect(() => ancestor('320508', 'street')).toThrow(/above street/);
  expect(() => levelOf('3205')).toThrow(/not an area code/);
});

it('a grant covers what lies in its area and nothing else', () => {
  const actor = { person: 'p', name: '王', grants: [{ role: 'street_staff', area: '320508017', organisation: 'o' }] };
  expect(holds(actor, ['street_staff'], '320508017003001')).toBe(true);
  expect(holds(actor, ['street_staff'], '320508018')).toBe(false);
  expect(holds(actor, ['auditor'], '320508017')).toBe(false);
  expect(worksFor(actor, 'o')).toBe(true);
  expect(worksFor(VISITOR, null)).toBe(false);
});

it('a problem carries all its reasons', () => {
  const problems = defineProblems({ full: { kind: 'conflict', title: text('满了', 'Full') } });
  const refusal = problems.full({ reasons: [{ rule: 'a', text: text('甲', 'A') }] });
  expect(refusal).toMatchObject({ code: 'full', kind: 'conflict', reasons: [{ rule: 'a' }], possible: [] });
});

it('Chinese is the default, English when it is preferred', () => {
  expect(localeOf(undefined)).toBe('zh');
  expect(localeOf('en-US,zh;q=0.5')).toBe('en');
  expect(localeOf('fr,zh-CN')).toBe('zh');
});
