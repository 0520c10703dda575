create schema matters;

-- The state of each matter: a projection of its ledger stream. Narrow, and without an index on what changes at every step, so that most
-- steps are updates within the page (HOT).
create table matters.matters (
  district text collate "C" not null,
  id uuid not null,
  code text collate "C" not null,
  key_hash text,
  stage text not null check (stage in ('reported', 'accepted', 'dispatched', 'handling', 'paused', 'returned', 'handled', 'verified',
    'closed', 'refused', 'merged', 'withdrawn')),
  version integer not null check (version > 0),
  category text collate "C" not null check (category ~ '^[0-9]{4}$'),
  grid text collate "C" not null check (grid ~ '^[0-9]{15}$' and left(grid, 6) = district),
  lon_e7 integer not null,
  lat_e7 integer not null,
  unit uuid,
  reporter uuid,
  reported_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz,
  paused boolean not null,
  supporters integer not null check (supporters > 0),
  photos integer not null check (photos between 0 and 6),
  excerpt text not null,
  released text,
  state jsonb not null,
  head text not null,
  primary key (district, id),
  unique (district, code),
  check ((ended_at is not null) = (stage in ('closed', 'refused', 'merged', 'withdrawn'))),
  check (due_at is not null or ended_at is not null),
  check (unit is not null or stage in ('reported', 'accepted', 'refused', 'merged', 'withdrawn'))
) with (fillfactor = 75);
create index matters_newest on matters.matters (district, reported_at desc, id desc);
create index matters_of_area on matters.matters (district, grid, reported_at desc);
create index matters_open_of_area on matters.matters (district, grid) where ended_at is null;
create index matters_open_of_unit on matters.matters (district, unit) where ended_at is null;
create index matters_of_reporter on matters.matters (district, reporter, reported_at desc) where reporter is not null;
create index matters_ended on matters.matters (district, ended_at) where ended_at is not null;
create index matters_open_place on matters.matters using gist (point(lon_e7, lat_e7)) where ended_at is null;
comment on table matters.matters is 'One matter (事项): state, place, responsible unit, running clock; the fold of its ledger stream.';
comment on column matters.matters.key_hash is 'SHA-256 of the key by which a reporter without account proves to be the one.';
comment on column matters.matters.state is 'The whole state as folded; the columns beside it are parts of it that are searched.';
comment on column matters.matters.head is 'Hash of the last ledger entry.';
comment on column matters.matters.released is 'The only words that the public may see: released by staff or by the reporter.';
comment on column matters.matters.due_at is 'When the running clock ends, derived by replay; null when nothing is owed any more.';

create table matters.texts (
  district text collate "C" not null,
  matter uuid not null,
  reported_at timestamptz not null,
  grid text collate "C" not null,
  body text not null,
  address text,
  contact text,
  words tsvector not null,
  primary key (district, matter),
  foreign key (district, matter) references matters.matters (district, id)
);
create index texts_words on matters.texts using gin (words);
create index texts_newest on matters.texts (district, reported_at desc);
comment on table matters.texts is 'The private words of the report and how to reach the reporter; may be deleted by law while the ledger stays.';
comment on column matters.texts.contact is 'Name and telephone, encrypted.';
comment on column matters.texts.words is 'Pairs of Han signs and runs of letters, for search.';

create table matters.sealed (
  district text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  salt text not null,
  content jsonb not null,
  primary key (district, matter, seq),
  foreign key (district, matter) references matters.matters (district, id)
);
comment on table matters.sealed is 'Private part of an action (reason of a return, internal note), whose salted digest is in the ledger.';

create table matters.supporters (
  district text collate "C" not null,
  matter uuid not null,
  transaction uuid not null,
  person uuid,
  primary key (district, matter, transaction),
  foreign key (district, matter) references matters.matters (district, id)
);
create unique index supporters_once on matters.supporters (district, matter, person) where person is not null;
comment on table matters.supporters is 'Who joined a matter (同诉), each person once.';

create table matters.photos (
  district text collate "C" not null,
  id uuid not null,
  matter uuid,
  position integer,
  full_blob text not null,
  small_blob text not null,
  width integer not null,
  height integer not null,
  uploaded_at timestamptz not null,
  primary key (district, id)
);
create index photos_of_matter on matters.photos (district, matter, position);
create index photos_loose on matters.photos (district, uploaded_at) where matter is null;
comment on table matters.photos is 'Photos, re-encoded without EXIF; originals are never kept. Without a matter: uploaded, not yet reported.';

create table matters.imports (
  district text collate "C" not null,
  id uuid not null,
  file text not null,
  person uuid not null,
  stage text not null check (stage in ('previewed', 'running', 'done', 'failed')),
  columns jsonb not null,
  mapping jsonb not null,
  rows jsonb,
  total integer not null,
  good integer not null,
  bad jsonb not null,
  bad_count integer not null,
  sample jsonb not null,
  done integer not null default 0,
  options jsonb,
  created_at timestamptz not null,
  primary key (district, id)
);
create index imports_newest on matters.imports (district, created_at desc);
comment on table matters.imports is 'Lists uploaded for import; the rows are kept only until the import has ended.';
