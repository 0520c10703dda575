import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideVerdict } from './cli.ts';

let folder: string;
let out: string[];
let err: string[];
const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-decide-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  out = [];
  err = [];
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const meeting = (present: number, yes: number) =>
  file('meeting.json', {
    rule: 'residents-meeting',
    date: '2026-05-01',
    counts: { basis: 'residents', total: 100, present, for: yes, against: 10, abstain: 0 },
  });
const election = () =>
  file('election.json', {
    rule: 'residents-committee-election',
    date: '2026-05-01',
    mode: 'voters',
    total: 190,
    voted: 100,
    seats: 2,
    candidates: [
      { id: '张华', votes: 60 },
      { id: '李明', votes: 50 },
      { id: '王芳', votes: 40 },
    ],
  });

describe('exit codes', () => {
  it('0 passed, 1 not passed, 1 not valid', async () => {
    expect(await decideVerdict([meeting(60, 31)], io)).toBe(0);
    expect(await decideVerdict([meeting(60, 30)], io)).toBe(1);
    expect(await decideVerdict([meeting(50, 40)], io)).toBe(1);
    expect(err).toEqual([]);
  });

  it('2 for a file that is not there, is no JSON, or is not what the rule needs; each says so', async () => {
    expect(await decideVerdict([join(folder, 'missing.json')], io)).toBe(2);
    expect(err.at(-1)).toContain('missing.json');
    expect(await decideVerdict([file('broken.json', '{"rule":')], io)).toBe(2);
    expect(err.at(-1)).toContain('不能读作 JSON');
    expect(await decideVerdict([meeting(101, 30)], io)).toBe(2);
    expect(err.at(-1)).toContain('counts.present');
    expect(out).toEqual([]);
  });

  it('2 with the usage for words that it does not know', async () => {
    expect(await decideVerdict([], io)).toBe(2);
    expect(await decideVerdict([meeting(60, 31), '--lang', 'fr'], io)).toBe(2);
    expect(await decideVerdict([meeting(60, 31), '--jsn'], io)).toBe(2);
    expect(err.filter((line) => line.includes('decide verdict FILE.json'))).toHaveLength(3);
  });
});

describe('--json', () => {
  it('a meeting: rule, edition, valid, passed and every condition with its fraction and article', async () => {
    expect(await decideVerdict([meeting(60, 31), '--json'], io)).toBe(0);
    expect(JSON.parse(out.join('\n'))).toEqual({
      rule: 'residents-meeting',
      edition: '2025',
      valid: true,
      passed: true,
      conditions: [
        { id: 'quorum', needs: '1/2', op: 'gt', numerator: 60, denominator: 100, met: true, article: '居 27' },
        { id: 'majority', needs: '1/2', op: 'gt', numerator: 31, denominator: 60, met: true, article: '居 27' },
      ],
      not_voting: 19,
    });
  });

  it('an election: who is elected, and the run-off that is due', async () => {
    expect(await decideVerdict([election(), '--json'], io)).toBe(1);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      valid: true,
      passed: false,
      elected: ['张华'],
      runoff: { seats: 1, candidates: ['李明', '王芳'], needs: '1/3', op: 'gte', article: '居 19' },
    });
  });

  it('bad input: all reasons as data too', async () => {
    expect(await decideVerdict([file('bad.json', { rule: 'residents-meeting', date: 'x' }), '--json'], io)).toBe(2);
    expect(JSON.parse(out.join('\n')).reasons.map(({ field }: { field: string }) => field)).toEqual(['date', 'counts']);
  });
});

describe('for people', () => {
  it('a table in Chinese with each condition, its fraction, whether it is met, the article, and one sentence', async () => {
    await decideVerdict([meeting(50, 40)], io);
    expect(out).toEqual([
      '居民会议的决定',
      '2026-05-01 · 城市居民委员会组织法（2025年修订） · 十八周岁以上的居民',
      '',
      '条件  要求      实际    结果    依据',
      '到会  超过 1/2  50/100  不满足  居 27',
      '赞成  超过 1/2  40/50   满足    居 27',
      '',
      '无效，不能作出决定：到会 50/100，应为超过 1/2（至少 51）。',
    ]);
  });

  it('the same in English, with who did not vote', async () => {
    await decideVerdict([meeting(60, 31), '--lang', 'en'], io);
    expect(out.at(-2)).toBe('Passed: present 60/100, more than 1/2; in favour 31/60, more than 1/2.');
    expect(out.at(-1)).toContain('19 did not vote');
    expect(out.join()).not.toMatch(/[\u4e00-\u9fff]{3}/);
  });

  it('an election says who is elected and what comes next', async () => {
    await decideVerdict([election()], io);
    expect(out.at(-1)).toContain('当选：张华；还缺 1 名，另行选举，候选人：李明、王芳');
  });
});

describe('--local', () => {
  const rule = (needs: string) =>
    file('local.json', {
      rule: 'residents-meeting',
      source: '居民公约 7',
      from: '2026-03-01',
      conditions: [{ id: 'quorum', op: 'gte', needs }],
    });

  it('a stricter rule decides and is cited', async () => {
    expect(await decideVerdict([meeting(60, 31), '--local', rule('2/3'), '--json'], io)).toBe(1);
    expect(JSON.parse(out[0]).conditions[0]).toMatchObject({ needs: '2/3', met: false, article: '居民公约 7 (居 27)' });
  });

  it('one below the law is refused with the article', async () => {
    expect(await decideVerdict([meeting(60, 31), '--local', rule('1/3')], io)).toBe(2);
    expect(err.join('\n')).toContain('居 27');
  });
});
