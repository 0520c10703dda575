-- What better-auth keeps. Its names are used as they are; ids are ours (UUIDv7), equal to those of access.persons.
-- Sign-in is not on a hot path, so these tables are not distributed by district: they stay on the coordinator.
create schema auth;
comment on schema auth is 'Accounts, sessions and second factors, as better-auth keeps them.';

create table auth."user" (
  "id" uuid not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "username" text unique,
  "twoFactorEnabled" boolean);
comment on column auth."user"."email" is 'Required by better-auth and not used: always made up from the user name, under a domain that cannot exist.';

create table auth."session" (
  "id" uuid not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade);
create index "session_userId_idx" on auth."session" ("userId");
create index session_expiry on auth."session" ("expiresAt");
comment on column auth."session"."updatedAt" is 'When the session was last used, to within some minutes: the idle time-out counts from it.';
comment on column auth."session"."ipAddress" is 'Not kept: no track of people is made.';
comment on column auth."session"."userAgent" is 'Not kept: no track of people is made.';

create table auth."account" (
  "id" uuid not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text check ("password" like '$argon2id$%'),
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId"));
create index "account_userId_idx" on auth."account" ("userId");
comment on column auth."account"."password" is 'argon2id; null for people who come through the unified identity.';

create table auth."verification" (
  "id" uuid not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp);
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index verification_expiry on auth."verification" ("expiresAt");

create table auth."twoFactor" (
  "id" uuid not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
comment on column auth."twoFactor"."secret" is 'Encrypted with the secret of the environment.';
