import type { Body, Operation, OperationKey, Operations, Params, Query, Response } from '#packages/kernel';

/** RFC 9457 problem details as the server sends them: every reason, and what is possible instead. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly reasons: readonly { readonly rule: string; readonly text: string; readonly field?: string }[];
  readonly possible: readonly { readonly action: string; readonly text: string }[];
  readonly request: string;
}

/** A refusal or fault, to be shown in words; status 0: the network is away and nothing was sent for sure. */
export class ApiProblem extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

type Part<K extends string, T> = T extends undefined ? { readonly [P in K]?: undefined } : { readonly [P in K]: T };

/** What a call needs: exactly the parts that its operation declares. */
export type Input<O extends Operation> = Part<'params', Params<O>> &
  Part<'body', Body<O>> & { readonly query?: Query<O> } & {
    readonly form?: FormData;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  };

export type Client<Ops extends Operations> = <K extends keyof Ops & OperationKey>(
  key: K,
  ...input: Record<never, never> extends Input<Ops[K]> ? [Input<Ops[K]>?] : [Input<Ops[K]>]
) => Promise<Response<Ops[K]>>;

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The address of an operation: path parameters filled in, query appended (lists as repeated keys, absent values left out). */
export function addressOf(key: string, { params = {}, query = {} }: Pick<Parts, 'params' | 'query'>): string {
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

const away = (title: string): ApiProblem =>
  new ApiProblem({ status: 0, code: 'network_away', title, reasons: [], possible: [], request: '' });

async function problemFrom(response: globalThis.Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
  const { code = 'fault', title = response.statusText, reasons = [], possible = [], request = '' } = body;
  return new ApiProblem({ status: response.status, code, title, reasons, possible, request });
}

/**
 * A client typed by a module's operations; nothing of the schemas comes into the bundle.
 *
 *     const api = createClient<MattersApi>(() => 'zh');
 *     const page = await api('GET /api/track/:code', { params: { code } });
 */
export function createClient<Ops extends Operations>(locale: () => 'zh' | 'en'): Client<Ops> {
  const call = async (key: string, parts: Parts = {}): Promise<unknown> => {
    const json = parts.body !== undefined;
    const response = await fetch(addressOf(key, parts), {
      method: key.slice(0, key.indexOf(' ')),
      headers: { 'accept-language': locale(), ...(json && { 'content-type': 'application/json' }), ...parts.headers },
      body: json ? JSON.stringify(parts.body) : parts.form,
      signal: parts.signal,
    }).catch((error: Error) => {
      if (error.name === 'AbortError') throw error;
      throw away(
        locale() === 'zh' ? '网络不通，内容没有丢失，请稍后再试' : 'No network. Nothing is lost: try again later',
      );
    });
    if (!response.ok) throw await problemFrom(response);
    return response.headers.get('content-type')?.includes('json') ? response.json() : undefined;
  };
  return call as Client<Ops>;
}
