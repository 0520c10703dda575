import { expect, it } from 'vitest';
import { bodyOf, type Draft, hasContent, missingIn, newDraft, reachable, readDraft } from './draft.ts';

const grid = { code: '320508001001001', name: '第一网格', community: '观前社区', street: '平江街道' };
const full: Draft = {
  ...newDraft('0192f0c4-0000-7000-8000-000000000001', 'key'),
  place: { lon: 120.62, lat: 31.31 },
  grid,
  text: ' 路灯不亮 ',
  category: '0202',
};

it('a draft survives being stored', () => {
  expect(readDraft(JSON.stringify(full))).toEqual(full);
});

it('what is no draft is not taken for one', () => {
  for (const stored of [null, '', '{', '[]', '{"step":"where"}', JSON.stringify({ ...full, step: 'sent' })]) {
    expect(readDraft(stored)).toBeUndefined();
  }
  expect(readDraft(JSON.stringify({ ...full, photos: {} }))).toBeUndefined();
});

it('a step says what it lacks', () => {
  const empty = newDraft('t', 'k');
  expect(missingIn(empty, 'where')).toEqual(['place']);
  expect(missingIn({ ...full, grid: null }, 'where')).toEqual(['district']);
  expect(missingIn({ ...full, text: '  \n' }, 'what')).toEqual(['text']);
  expect(missingIn(empty, 'kind')).toEqual(['category']);
  expect(missingIn({ ...full, phone: '1380' }, 'send')).toEqual(['phone']);
  expect(missingIn({ ...full, phone: '138 0000 0000' }, 'send')).toEqual([]);
});

it('no step is reached over one that lacks something', () => {
  expect(reachable(newDraft('t', 'k'), 'send')).toBe('where');
  expect(reachable({ ...full, text: '' }, 'send')).toBe('what');
  expect(reachable(full, 'send')).toBe('send');
  expect(reachable(full, 'what')).toBe('what');
});

it('what is sent has no empty parts, and contact only when given', () => {
  expect(bodyOf(full)).toEqual({
    transaction: full.transaction,
    key: 'key',
    place: full.place,
    category: '0202',
    text: '路灯不亮',
  });
  const more = {
    ...full,
    phone: ' 62360000 ',
    address: '观前街1号',
    release: true,
    photos: [{ id: 'p', preview: '' }],
  };
  expect(bodyOf(more)).toMatchObject({
    contact: { phone: '62360000' },
    address: '观前街1号',
    release: true,
    photos: ['p'],
  });
  expect(() => bodyOf({ ...full, category: null })).toThrow(/category/);
});

it('an untouched draft has nothing to lose', () => {
  expect(hasContent(newDraft('t', 'k'))).toBe(false);
  expect(hasContent(full)).toBe(true);
});
