import { expect, it } from 'vitest';
import { isMobile, reasonsAgainstCredentials } from './credentials.ts';

const rulesAgainst = (username: string, password: string) =>
  reasonsAgainstCredentials({ username, password }).map(({ rule }) => rule);

it('a good password is accepted', () => {
  expect(rulesAgainst('liu.mei', 'pingjiang road 88')).toEqual([]);
});

it('every reason is given at once', () => {
  expect(rulesAgainst('13800000001', '13800000001')).toEqual([
    'username_is_no_number',
    'password_mixes_kinds',
    'password_is_not_the_name',
    'password_is_no_run',
  ]);
});

it.each([
  ['one kind of sign', 'onlylettershere', 'password_mixes_kinds'],
  ['the user name inside', 'xxLIU.MEI99', 'password_is_not_the_name'],
  ['digits that go up', 'garden123456', 'password_is_no_run'],
  ['digits that go down', 'garden987654', 'password_is_no_run'],
  ['a row of keys', 'Asdfghjkl99', 'password_is_no_run'],
  ['one sign six times', 'garden.000000', 'password_is_no_run'],
])('%s is refused', (_, password, rule) => {
  expect(rulesAgainst('liu.mei', password)).toEqual([rule]);
});

it('five neighbours are no run yet', () => {
  expect(rulesAgainst('liu.mei', 'garden12345')).toEqual([]);
});

it('a mobile number has eleven digits and begins with 13 to 19', () => {
  expect(isMobile('19900000001')).toBe(true);
  expect(isMobile('12000000000')).toBe(false);
  expect(isMobile('1990000000')).toBe(false);
  expect(isMobile('liu.mei')).toBe(false);
});
