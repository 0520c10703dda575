import { expect, it } from 'vitest';
import { bodyOf, type Draft, emptyDraft, missingOf } from './draft.ts';

const ID = '018f3a5e-7c11-7d3b-9d5e-000000000001';
const full: Draft = {
  place: { lon: 120.6, lat: 31.3 },
  category: '0101',
  text: ' 垃圾桶满了 ',
  address: '道前街 1 号',
  photos: [],
  name: '李阿姨',
  phone: '0512-55500000',
  onBehalf: true,
};

it('an empty draft lacks words, kind and place', () => {
  expect(missingOf(emptyDraft(true))).toEqual(['text', 'category', 'place']);
  expect(missingOf(full)).toEqual([]);
});

it('a telephone that cannot be one is told before it is sent', () => {
  expect(missingOf({ ...full, phone: '打给我' })).toEqual(['phone']);
});

it('for a caller the contact goes with it', () => {
  expect(bodyOf(full, ID)).toEqual({
    transaction: ID,
    place: full.place,
    category: '0101',
    text: '垃圾桶满了',
    address: '道前街 1 号',
    contact: { name: '李阿姨', phone: '0512-55500000' },
    onBehalf: true,
  });
});

it('from one’s own round nobody’s contact is sent', () => {
  expect(bodyOf({ ...full, onBehalf: false }, ID)).not.toHaveProperty('contact');
  expect(bodyOf({ ...full, onBehalf: false }, ID)).not.toHaveProperty('onBehalf');
});
