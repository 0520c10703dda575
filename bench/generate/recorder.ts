/** How long each kind of request took, in milliseconds, and how many failed. */
export interface Sample {
  readonly request: string;
  readonly count: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** `share` of the sorted times lie at or below the answer (nearest rank); 0 where there are none. */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted.length === 0 ? 0 : sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];

interface Series {
  times: number[];
  errors: number;
  firstError?: string;
}

export class Recorder {
  readonly #series = new Map<string, Series>();

  #of(request: string): Series {
    const known = this.#series.get(request);
    if (known) return known;
    const series: Series = { times: [], errors: 0 };
    this.#series.set(request, series);
    return series;
  }

  took(request: string, milliseconds: number): void {
    this.#of(request).times.push(milliseconds);
  }

  failed(request: string, why: string): void {
    const series = this.#of(request);
    series.errors++;
    series.firstError ??= why;
  }

  samples(): Sample[] {
    return [...this.#series].map(([request, { times, errors }]) => {
      const sorted = Float64Array.from(times).sort();
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share));
      return { request, count: sorted.length, errors, p50, p95, p99 };
    });
  }

  firstErrors(): string[] {
    return [...this.#series].flatMap(([request, { firstError }]) => (firstError ? [`${request}: ${firstError}`] : []));
  }
}
