import { expect, it } from 'vitest';
import { admit, BYTES, scaled } from './photo-rules.ts';

const photo = (name: string, type = 'image/jpeg', size = 1000) => ({ name, type, size });

it('six photos at most, counting those already there', () => {
  const files = [photo('a'), photo('b'), photo('c')];
  expect(admit(files, 0)).toEqual({ taken: files, refused: [] });
  const { taken, refused } = admit(files, 5);
  expect(taken.map(({ name }) => name)).toEqual(['a']);
  expect(refused).toHaveLength(1);
  expect(admit(files, 6).taken).toEqual([]);
});

it('what is no picture or too large is named', () => {
  const { taken, refused } = admit(
    [photo('a.pdf', 'application/pdf'), photo('b', 'image/png', BYTES + 1), photo('c')],
    0,
  );
  expect(taken.map(({ name }) => name)).toEqual(['c']);
  expect(refused.map(({ zh }) => zh)).toEqual(['“a.pdf”不是图片', '“b”超过 20 MB']);
});

it('images keep their shape and are never enlarged', () => {
  expect(scaled(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(scaled(800, 600, 1600)).toEqual({ width: 800, height: 600 });
  expect(scaled(10000, 1, 1600)).toEqual({ width: 1600, height: 1 });
});
