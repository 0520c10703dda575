import { covers } from './codes.ts';

/** A role held on an area, for an organisation: the area's code prefix is the scope. */
export interface Grant<Role extends string = string> {
  readonly role: Role;
  readonly area: string;
  readonly organisation: string | null;
}

/** Who acts: a signed-in person with grants, or a visitor. */
export interface Actor<Role extends string = string> {
  readonly person: string | null;
  readonly name: string | null;
  readonly grants: readonly Grant<Role>[];
}

export const VISITOR: Actor<never> = { person: null, name: null, grants: [] };

/** Whether the actor holds one of the roles on an area that covers `code`. */
export function holds<R extends string>(actor: Actor<R>, roles: readonly NoInfer<R>[], code: string): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && covers(grant.area, code));
}

/** Whether the actor works for the organisation. */
export const worksFor = (actor: Actor, organisation: string | null): boolean =>
  organisation !== null && actor.grants.some((grant) => grant.organisation === organisation);
