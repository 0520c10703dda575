import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeTrackingCode, readTrackingCode } from './tracking-code.ts';

const bytes = fc.uint8Array({ minLength: 11, maxLength: 11 });
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

it('is read however it is written: case, spaces, hyphens, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeTrackingCode('320508', random);
      const sloppy = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
      return readTrackingCode(code) === code && readTrackingCode(sloppy) === code;
    }),
  );
});

it('a single wrong sign is found, except 0 for Z', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 31 }), (random, at, sign) => {
      const code = makeTrackingCode('320508', random);
      const index = 7 + at + Math.floor(at / 4);
      const [before, after] = [code[index], SIGNS[sign]];
      if (before === after || ['0Z', 'Z0'].includes(before + after)) return true;
      return readTrackingCode(code.slice(0, index) + after + code.slice(index + 1)) === undefined;
    }),
  );
});

it('what cannot be a code is none', () => {
  for (const wrong of ['', '320508', '320508-7K3M-9QXT-P2V', 'AAAAAA-7K3M-9QXT-P2VC', `${'9'.repeat(400)}`]) {
    expect(readTrackingCode(wrong)).toBeUndefined();
  }
});
