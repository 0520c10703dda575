create schema access;
comment on schema access is 'Organisations, people, roles held on areas, and who looked at whose details.';

create table access.organisations (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind <> ''),
  area text not null check (length(area) in (6, 9, 12) and area ~ '^[0-9]+$' and left(area, 6) = district),
  primary key (district, id),
  unique (district, area, kind, name));
comment on table access.organisations is 'Bodies that act in the district; the kind names what a body does, the area is where it serves.';

create table access.persons (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  name text not null check (name <> ''),
  username text not null check (username = lower(username)),
  phone text check (phone <> ''),
  mobile_sealed text,
  mobile_index text,
  active boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  primary key (district, id),
  check ((mobile_sealed is null) = (mobile_index is null)),
  foreign key (district, created_by) references access.persons (district, id));
create unique index persons_username on access.persons (district, username);
create unique index persons_mobile on access.persons (district, mobile_index) where mobile_index is not null;
comment on table access.persons is 'People who can sign in. The id is also that of the account in schema auth.';
comment on column access.persons.phone is 'Telephone of the post: public where the duty is public. Never a private number.';
comment on column access.persons.mobile_sealed is 'A private mobile number, encrypted with the key of the environment.';
comment on column access.persons.mobile_index is 'Blind index of the mobile number: it finds the person at sign-in and cannot be turned back.';
comment on column access.persons.created_by is 'Who added the person; null for somebody who opened the account.';

create table access.grants (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  person uuid not null,
  role text not null check (role in ('resident', 'grid_worker', 'grid_head', 'community_secretary', 'community_staff',
    'street_staff', 'department_staff', 'district_centre', 'auditor', 'administrator')),
  area text not null check (length(area) in (6, 9, 12, 15) and area ~ '^[0-9]+$' and left(area, 6) = district),
  organisation uuid,
  given_at timestamptz not null,
  given_by uuid,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  withdrawn_by uuid,
  primary key (district, id),
  foreign key (district, person) references access.persons (district, id),
  foreign key (district, organisation) references access.organisations (district, id),
  foreign key (district, given_by) references access.persons (district, id),
  foreign key (district, withdrawn_by) references access.persons (district, id),
  check (withdrawn_by is null or withdrawn_at is not null));
create unique index grants_once on access.grants
  (district, person, role, area, coalesce(organisation, '00000000-0000-0000-0000-000000000000')) where withdrawn_at is null;
create index grants_area on access.grants (district, area text_pattern_ops, role) where withdrawn_at is null;
comment on table access.grants is 'Roles held on areas. A role that ends is withdrawn, never deleted: who had which right when stays known.';
comment on column access.grants.area is 'Code prefix: the role reaches every area whose code begins with it.';

create table access.looks (
  district text not null check (district ~ '^[0-9]{6}$'),
  id uuid not null,
  at timestamptz not null,
  viewer uuid,
  role text not null,
  organisation uuid,
  subject uuid,
  stream text not null,
  stream_id uuid not null,
  what text not null check (what <> ''),
  purpose text not null check (purpose <> ''),
  primary key (district, id));
create index looks_subject on access.looks (district, subject, at desc) where subject is not null;
create index looks_stream on access.looks (district, stream, stream_id, at desc);
comment on table access.looks is 'Every look at personal details: who, in which role, at whose, for what (PIPL art. 44, 51). Shown to the person concerned without the name of the viewer.';
comment on column access.looks.subject is 'Whose details; null for somebody without an account, who sees the look under the tracking code.';

create table access.attempts (
  district text not null check (district ~ '^[0-9]{6}$'),
  subject text not null,
  failures integer not null check (failures >= 0),
  last_at timestamptz not null,
  primary key (district, subject));
create index attempts_age on access.attempts (last_at);
comment on table access.attempts is 'Wrong passwords counted by account and by address, for the lock-out. Rows are deleted after a day.';
comment on column access.attempts.subject is 'Blind index of the account or address: neither can be read from it.';
