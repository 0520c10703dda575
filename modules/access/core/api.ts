import { type Static, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { ORGANISATION_KINDS, ROLES } from '../contract.ts';

const Id = t.String({ format: 'uuid' });
const Time = t.String({ format: 'date-time' });
const keysOf = <K extends string>(record: Record<K, unknown>) =>
  t.Unsafe<K>({ type: 'string', enum: Object.keys(record) });

export const RoleName = keysOf(ROLES);
export const OrganisationKindName = keysOf(ORGANISATION_KINDS);

export const Grant = t.Object({
  id: Id,
  role: RoleName,
  area: t.String({ description: 'Code of the area on which the role is held' }),
  areaName: t.String(),
  organisation: t.Union([t.Object({ id: Id, name: t.String() }), t.Null()]),
});
export type Grant = Static<typeof Grant>;

export const Me = t.Object({
  person: t.Union([t.Object({ id: Id, name: t.String(), username: t.String(), secondFactor: t.Boolean() }), t.Null()]),
  grants: t.Array(Grant),
  /** An administrator without a second factor may do nothing but set one up. */
  secondFactorNeeded: t.Boolean(),
});
export type Me = Static<typeof Me>;

export const PersonRow = t.Object({
  id: Id,
  name: t.String(),
  username: t.String(),
  phone: t.Union([t.String(), t.Null()], { description: 'Telephone of the post; private numbers are never listed' }),
  active: t.Boolean(),
  grants: t.Array(Grant),
});
export type PersonRow = Static<typeof PersonRow>;

const OrganisationName = t.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
export const OrganisationRow = t.Object({ id: Id, name: t.String(), kind: OrganisationKindName, area: t.String() });

const Password = t.String({ minLength: 10, maxLength: 128, description: 'At least 10 characters' });
const Username = t.String({ minLength: 3, maxLength: 30, pattern: '^[a-zA-Z0-9_.]+$' });
const Name = t.String({ minLength: 1, maxLength: 40 });
const Mobile = t.String({ pattern: '^1[3-9][0-9]{9}$', description: 'Mobile number of mainland China' });
const NewGrant = t.Object({
  role: RoleName,
  area: t.String({ pattern: '^[0-9]{6,15}$' }),
  organisation: t.Optional(Id),
});

/** Sign-in itself (`/api/auth/*`: username or telephone and password, sign-out, second factor, OIDC) is better-auth's. */
export const operations = {
  'GET /api/me': { summary: 'Who is signed in, with which roles', access: 'public', response: Me },
  'POST /api/accounts': {
    summary: 'A resident opens an account',
    access: 'public',
    body: t.Object({ name: Name, username: Username, mobile: t.Optional(Mobile), password: Password }),
    response: t.Object({ id: Id }),
  },
  'GET /api/demo-accounts': {
    summary: 'Accounts of the demo district, to try the roles; empty outside a demo',
    access: 'public',
    response: t.Array(
      t.Object({ username: t.String(), password: t.String(), name: t.String(), role: RoleName, areaName: t.String() }),
    ),
  },
  'GET /api/my/looks': {
    summary: 'Who looked at my data',
    access: 'signed-in',
    response: t.Array(
      t.Object({
        at: Time,
        role: RoleName,
        organisation: t.Union([t.String(), t.Null()]),
        what: t.String(),
        purpose: t.String(),
        stream: t.String(),
      }),
    ),
  },
  'GET /api/organisations': {
    summary: 'Organisations of the district',
    access: 'public',
    response: t.Array(OrganisationRow),
  },
  'POST /api/organisations': {
    summary: 'Register an organisation of an area',
    access: 'policy',
    body: t.Object({
      name: OrganisationName,
      kind: OrganisationKindName,
      area: t.String({ pattern: '^[0-9]{6,15}$' }),
    }),
    response: OrganisationRow,
  },
  'POST /api/organisations/:id/name': {
    summary: 'Give an organisation another name',
    access: 'policy',
    params: t.Object({ id: Id }),
    body: t.Object({ name: OrganisationName }),
    response: OrganisationRow,
  },
  'GET /api/people': {
    summary: 'People with roles, in the area that I administer',
    access: 'policy',
    query: t.Object({
      q: t.Optional(t.String({ maxLength: 40 })),
      role: t.Optional(RoleName),
      area: t.Optional(t.String({ pattern: '^[0-9]{6,15}$' })),
      after: t.Optional(t.String({ maxLength: 80 })),
    }),
    response: t.Object({ rows: t.Array(PersonRow), next: t.Union([t.String(), t.Null()]), total: t.Integer() }),
  },
  'POST /api/people': {
    summary: 'Add a member of staff with a first role',
    access: 'policy',
    body: t.Object({
      name: Name,
      username: Username,
      phone: t.Optional(t.String({ maxLength: 20 })),
      password: Password,
      grant: NewGrant,
    }),
    response: PersonRow,
  },
  'POST /api/people/:id/password': {
    summary: 'Give somebody a new password, shown once; their sessions end, their second factor is to be set up anew',
    access: 'policy',
    params: t.Object({ id: Id }),
    response: t.Object({ username: t.String(), password: t.String() }),
  },
  'POST /api/people/:id/grants': {
    summary: 'Give a role on an area',
    access: 'policy',
    params: t.Object({ id: Id }),
    body: NewGrant,
    response: PersonRow,
  },
  'DELETE /api/people/:id/grants/:grant': {
    summary: 'Withdraw a role',
    access: 'policy',
    params: t.Object({ id: Id, grant: Id }),
    response: PersonRow,
  },
} as const satisfies Operations;
