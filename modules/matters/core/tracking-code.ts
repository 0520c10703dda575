/**
 * The public tracking code (一案一码): the district's six digits, then twelve signs of Crockford's base 32 in groups of four, of which
 * the last is a check sign. Eleven random signs are 55 bits: not to be guessed; the check sign tells a slip of the finger from a
 * code that does not exist. Written 320508-7K3M-9QXT-P2VC; read without regard to case, spaces, hyphens, and with O I L as 0 1 1.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 11;

/** Weights modulo the prime 31: finds every single wrong sign and every swap of neighbours, except 0 for Z. */
function checkSign(signs: string): string {
  let sum = 0;
  for (let i = 0; i < signs.length; i++) sum = (sum * 7 + ALPHABET.indexOf(signs[i]) + 1) % 31;
  return ALPHABET[sum];
}

const format = (district: string, signs: string) =>
  `${district}-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8, 12)}`;

/** `random`: at least 11 bytes from a secure source. */
export function makeTrackingCode(district: string, random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, RANDOM_SIGNS), (byte) => ALPHABET[byte % 32]).join('');
  return format(district, signs + checkSign(district + signs));
}

/** The code in its written form, or undefined where it cannot be one (mistyped or forged). */
export function readTrackingCode(input: string): string | undefined {
  const plain = input.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^\d{6}[0-9A-HJKMNP-TV-Z]{12}$/.test(plain)) return undefined;
  const district = plain.slice(0, 6);
  const signs = plain.slice(6, 17);
  return checkSign(district + signs) === plain[17] ? format(district, plain.slice(6)) : undefined;
}
