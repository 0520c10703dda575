import type { FastifyRequest } from 'fastify';
import type { Actor, Body, Locale, Operation, Operations, Params, Query, Response } from '#packages/kernel';
import type { StreamCheck } from '../ledger/verify.ts';

/** An answer that is not JSON. */
export class FileAnswer {
  constructor(
    readonly body: Buffer | string,
    readonly type: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** One call of an operation: validated input, who calls, in which language. */
export interface Call<O extends Operation = Operation> {
  readonly params: Params<O>;
  readonly query: Query<O>;
  readonly body: Body<O>;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly request: FastifyRequest;
}

export type Handler<O extends Operation> = (
  call: Call<O>,
) => Promise<O['response'] extends object ? Response<O> | FileAnswer : FileAnswer | undefined>;

/** The table of routes: each operation of the module's schema with the function that answers it. */
export type Handlers<Ops extends Operations> = {
  readonly [K in keyof Ops]: Ops[K] extends Operation ? Handler<Ops[K]> : never;
};

/** Work that runs beside requests, once across all processes. */
export interface Job {
  readonly name: string;
  /** Cron expression in Asia/Shanghai; a job without one runs when it is sent. */
  readonly cron?: string;
  readonly run: (data: unknown) => Promise<void>;
}

/** How a module introduces itself: data and references, no bodies. */
export interface ServerModule<Ops extends Operations = Operations> {
  readonly name: string;
  readonly operations: Ops;
  readonly handlers: Handlers<Ops>;
  readonly jobs?: readonly Job[];
  /** For each ledger stream of the module, the check that its state is the fold of what is recorded. */
  readonly streams?: Readonly<Record<string, StreamCheck>>;
}

/** Names the types of a module to the compiler, then forgets them: the composition treats all modules alike. */
export const defineModule = <Ops extends Operations>(module: ServerModule<Ops>): ServerModule =>
  module as unknown as ServerModule;
