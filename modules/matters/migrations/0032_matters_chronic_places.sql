-- Places where the same kind of trouble comes back after it was closed; found each night, decided by people.
create table matters.chronic_places (
  district text collate "C" not null,
  id uuid not null,
  category text collate "C" not null check (category ~ '^[0-9]{4}$'),
  grid text collate "C" not null check (grid ~ '^[0-9]{15}$' and left(grid, 6) = district),
  lon_e7 integer not null,
  lat_e7 integer not null,
  times integer not null check (times > 0),
  matters integer not null check (matters >= times),
  first_at timestamptz not null,
  last_at timestamptz not null check (last_at >= first_at),
  current boolean not null,
  standing text not null check (standing in ('open', 'proposed', 'watched', 'dismissed')),
  reason text,
  decided_at timestamptz,
  decisions integer not null default 0 check (decisions >= 0),
  head text,
  primary key (district, id),
  check ((decisions = 0) = (standing = 'open')),
  check ((decisions = 0) = (head is null)),
  check ((decisions = 0) = (decided_at is null)),
  check ((decisions = 0) = (reason is null))
);
create index chronic_places_of_area on matters.chronic_places (district, grid) where current;
comment on table matters.chronic_places is 'Kinds and places of trouble that comes back (反复发生), and what people decided about it; never persons.';
comment on column matters.chronic_places.current is 'Whether the last run found it; without that only decided ones are kept.';
comment on column matters.chronic_places.head is 'Hash of the last ledger entry.';
