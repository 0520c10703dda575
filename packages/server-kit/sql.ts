import { createHash } from 'node:crypto';

/**
 * SQL as a tagged template: values become parameters, nested fragments are spliced in.
 *
 *     sql`select * from matters.matters where district = ${district} and ${condition}`
 */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
    readonly plan: 'once' | 'each-time' = 'once',
  ) {}
}

export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const out: string[] = [strings[0]];
  const values: unknown[] = [];
  parts.forEach((part, i) => {
    if (part instanceof Sql) {
      out[out.length - 1] += part.strings[0];
      part.values.forEach((value, k) => {
        values.push(value);
        out.push(part.strings[k + 1]);
      });
      out[out.length - 1] += strings[i + 1];
    } else {
      values.push(part);
      out.push(strings[i + 1]);
    }
  });
  return new Sql(out, values);
}

/** Text that is known at build time (a column list, a sort order): never a value from outside. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Conditions or columns with a separator between them; `empty` where there are none. */
export function join(fragments: readonly Sql[], separator: string, empty = 'true'): Sql {
  if (fragments.length === 0) return raw(empty);
  return fragments.slice(1).reduce((all, next) => sql`${all}${raw(separator)}${next}`, fragments[0]);
}

export const and = (conditions: readonly (Sql | false | null | undefined)[]): Sql =>
  join(
    conditions.filter((c): c is Sql => c instanceof Sql),
    ' and ',
  );

/**
 * The query, planned anew for the values of each call. For conditions that fit three rows with one value and half a table with another
 * (an area, a kind, a window of a map): a plan made once for all of them was measured up to a thousand times slower.
 */
export const plannedEachTime = ({ strings, values }: Sql): Sql => new Sql(strings, values, 'each-time');

const names = new Map<string, string>();

/**
 * The query as `pg` takes it; named by its text, so that the server prepares each statement once per connection, or without a name where
 * it is to be planned each time.
 */
export function toQuery(query: Sql): { name?: string; text: string; values: unknown[] } {
  const text = query.strings.reduce((all, next, i) => `${all}$${i}${next}`);
  if (query.plan === 'each-time') return { text, values: [...query.values] };
  let name = names.get(text);
  if (name === undefined) {
    name = `q${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return { name, text, values: [...query.values] };
}
