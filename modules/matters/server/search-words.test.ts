import { expect, it } from 'vitest';
import { queryOf } from './search-words.ts';

it('a question asks for all its words, a single sign for a beginning', () => {
  expect(queryOf('路灯')).toEqual({ asked: "'路灯'" });
  expect(queryOf('灯')).toEqual({ asked: "'灯':*" });
  expect(queryOf("灯 it's")).toEqual({ asked: "'it'", checked: "'灯':* & 's':*" });
  expect(queryOf('？！')).toEqual({ asked: "''" });
});
