import type { TSchema } from '@sinclair/typebox';

/** `METHOD /path/:param`, as in the table of routes. */
export type OperationKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** One HTTP operation as data: the schemas that validate it, document it and type its client. */
export interface Operation {
  readonly summary: string;
  /** Who may call it: everybody, any signed-in person, or as the module's policy decides (always checked in the command). */
  readonly access: 'public' | 'signed-in' | 'policy';
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** The schema of the 200 answer; absent where the answer is a file. */
  readonly response?: TSchema;
  /** A multipart upload: the body is not JSON and is read by the handler. */
  readonly upload?: true;
}

/** One screen that lists every URL of a module. */
export type Operations = { readonly [key: OperationKey]: Operation };

/** The type that a schema describes (TypeBox keeps it in `static`); undefined where there is no schema. */
type Of<S> = S extends { readonly static: infer T } ? T : undefined;
export type Params<O extends Operation> = Of<O['params']>;
export type Query<O extends Operation> = Of<O['query']>;
export type Body<O extends Operation> = Of<O['body']>;
export type Response<O extends Operation> = Of<O['response']>;
