import { Problem, type Reason, type Text, text } from '#packages/kernel';

type Fields = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => {
  const written = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a value of unknown shape and remembers everything that is wrong with it: what, where, and what to do. What cannot be read is
 * undefined; whoever reads on asks `finish` in the end.
 */
export class Reader {
  readonly reasons: Reason[] = [];

  fault(rule: string, field: string, sentence: Text): void {
    this.reasons.push({ rule, text: sentence, ...(field && { field }) });
  }

  /** The fields of an object; those that nobody knows are faults. `at` is its place, empty for the whole. */
  fields(value: unknown, at: string, known: readonly string[]): Fields | undefined {
    if (!isFields(value)) {
      this.fault(
        'is_object',
        at,
        value === undefined
          ? text('缺少：请给出一个对象 {…}。', 'Missing: give an object {…}.')
          : text(`应为对象 {…}，而不是 ${shown(value)}。`, `It must be an object {…}, not ${shown(value)}.`),
      );
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.unknownField(at === '' ? key : `${at}.${key}`, known);
    }
    return value;
  }

  private unknownField(field: string, known: readonly string[]): void {
    const names = known.join(', ');
    this.fault(
      'is_known_field',
      field,
      text(`未知的字段：请删除。可用的字段：${names}。`, `Unknown field: remove it. Fields: ${names}.`),
    );
  }

  /** A whole number from `least` to 2^53 - 1. */
  integer(value: unknown, at: string, least: number): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value + 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) {
      this.fault(
        'is_safe_integer',
        at,
        text(
          `数字太大：不能精确计算。最大为 ${Number.MAX_SAFE_INTEGER}。`,
          `Too large to be counted exactly. The most is ${Number.MAX_SAFE_INTEGER}.`,
        ),
      );
      return undefined;
    }
    this.fault(
      'is_integer',
      at,
      value === undefined
        ? text(`缺少：请填写不小于 ${least} 的整数。`, `Missing: give a whole number, ${least} or more.`)
        : text(
            `应为不小于 ${least} 的整数，而不是 ${shown(value)}。`,
            `It must be a whole number, ${least} or more, not ${shown(value)}.`,
          ),
    );
    return undefined;
  }

  /** A string that is not empty and can be printed. */
  id(value: unknown, at: string): string | undefined {
    if (typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value)) return value;
    this.fault(
      'is_id',
      at,
      value === undefined
        ? text('缺少：请填写编号（字符串）。', 'Missing: give an id (a string).')
        : text(
            `应为非空、可显示的字符串，而不是 ${shown(value)}。`,
            `It must be a string of printable signs, not ${shown(value)}.`,
          ),
    );
    return undefined;
  }

  oneOf<T extends string>(value: unknown, at: string, choices: readonly T[]): T | undefined {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const names = choices.join(', ');
    this.fault(
      'is_choice',
      at,
      value === undefined
        ? text(`缺少：请填写其中之一：${names}。`, `Missing: give one of ${names}.`)
        : text(
            `不能是 ${shown(value)}：请填写其中之一：${names}。`,
            `${shown(value)} is not possible: give one of ${names}.`,
          ),
    );
    return undefined;
  }

  /** A list that is not empty. */
  list(value: unknown, at: string): readonly unknown[] | undefined {
    if (Array.isArray(value) && value.length > 0) return value;
    this.fault('is_list', at, text('应为至少有一项的列表 […]。', 'It must be a list […] with at least one entry.'));
    return undefined;
  }

  /** A day of the calendar, `YYYY-MM-DD`. */
  date(value: unknown, at: string): string | undefined {
    if (typeof value === 'string' && isDate(value)) return value;
    this.fault(
      'is_date',
      at,
      value === undefined
        ? text('缺少：请填写日期，如 2026-05-01。', 'Missing: give a date like 2026-05-01.')
        : text(
            `不是日期：${shown(value)}。请写作 2026-05-01。`,
            `${shown(value)} is no date. Write it like 2026-05-01.`,
          ),
    );
    return undefined;
  }

  /** What was read. Throws a Problem with every reason, if there is one. */
  finish<T>(read: T | undefined, title: Text): T {
    if (read !== undefined && this.reasons.length === 0) return read;
    throw new Problem({ code: 'bad_input', kind: 'invalid', title, reasons: this.reasons });
  }
}

/** Whether it is a day that exists, `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}
