import type { CliIo } from './input.ts';

/** Tells on the error output what is being done and how long the last step took: long work is not silence. */
export class Progress {
  readonly #io: CliIo;
  readonly #now: () => number;
  #began = 0;

  /** @param now milliseconds */
  constructor(io: CliIo, now: () => number = () => performance.now()) {
    this.#io = io;
    this.#now = now;
  }

  /** Announces a step, does it, and says how long it took if that was more than a second. */
  async step<T>(zh: string, en: string, work: () => T | Promise<T>): Promise<T> {
    this.#io.err(`… ${zh} ${en}`);
    this.#began = this.#now();
    const result = await work();
    const seconds = (this.#now() - this.#began) / 1000;
    if (seconds > 1) this.#io.err(`  ${seconds.toFixed(1)} s`);
    return result;
  }
}
