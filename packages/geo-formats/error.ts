import { type Text, text } from '#packages/kernel';

/** What can be wrong with a file. */
export type FormatCode =
  | 'empty_file'
  | 'too_large'
  | 'unknown_format'
  | 'unsupported_format'
  | 'bad_archive'
  | 'nested_archive'
  | 'unsafe_name'
  | 'several_layers'
  | 'no_layer'
  | 'truncated'
  | 'wrong_encoding'
  | 'malformed'
  | 'table_mismatch'
  | 'missing_columns'
  | 'unsupported_crs'
  | 'unsupported_geometry'
  | 'no_such_place'
  | 'not_a_number'
  | 'out_of_range'
  | 'swapped_axes'
  | 'too_few_points'
  | 'ring_not_closed'
  | 'stray_hole'
  | 'duplicate_id'
  | 'too_complex'
  | 'cannot_write';

/** A position as it stands in the file: degrees or metres, in the file's own order. */
export type FilePlace = readonly [number, number];

/** One thing that is wrong: the sentence names the feature and the place; `file` names the file. */
export interface FormatFault {
  readonly code: FormatCode;
  readonly text: Text;
  readonly file: string;
  readonly feature?: string;
  readonly place?: FilePlace;
}

/** A file that is refused, with every reason that was found (at most `MOST_FAULTS`). */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly faults: readonly FormatFault[];

  constructor(faults: readonly FormatFault[]) {
    super(faults.map((fault) => `${fault.file}: ${fault.text.en}`).join('\n'));
    this.faults = faults;
  }
}

/** So many reasons are told; a file with more is broken as a whole. */
export const MOST_FAULTS = 50;

export type Where = Pick<FormatFault, 'feature' | 'place'>;

/** One refusal of a file as a whole, or of one of its features. */
export const refuse = (file: string, code: FormatCode, zh: string, en: string, where: Where = {}): FormatError =>
  new FormatError([{ code, text: text(zh, en), file, ...where }]);

/** Collects the refusals of features, so that all are told at once. */
export class Faults {
  readonly #faults: FormatFault[] = [];
  #more = 0;

  /** Runs the work for one feature; undefined when it was refused. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      for (const fault of error.faults) this.add(fault);
      return undefined;
    }
  }

  add(fault: FormatFault): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(fault);
    else this.#more++;
  }

  /** @throws FormatError when there are any. */
  throwIfAny(): void {
    const [first] = this.#faults;
    if (first === undefined) return;
    const rest = text(`另有 ${this.#more} 处问题未列出。`, `${this.#more} more are not listed.`);
    const more = this.#more > 0 ? [{ code: first.code, text: rest, file: first.file }] : [];
    throw new FormatError([...this.#faults, ...more]);
  }
}
