create table matters.catalogues (
  district text collate "C" not null,
  version integer not null check (version > 0),
  id uuid not null,
  note text not null,
  drafted_at timestamptz not null,
  effective_from timestamptz,
  head text,
  primary key (district, version),
  check ((effective_from is null) = (head is null))
);
create unique index catalogues_one_draft on matters.catalogues (district) where effective_from is null;
create index catalogues_of_stream on matters.catalogues (district, id);
comment on table matters.catalogues is 'Versions of the dispatch catalogue (派单目录): a draft, or published from a moment on and never changed again.';
comment on column matters.catalogues.effective_from is 'Null while it is a draft; the version in force is the highest whose moment has come.';

create table matters.catalogue_rows (
  district text collate "C" not null,
  version integer not null,
  category text collate "C" not null check (category ~ '^[0-9]{4}$'),
  area text collate "C" not null check (area ~ '^[0-9]{6,15}$' and left(area, 6) = district),
  content jsonb not null,
  primary key (district, version, category, area),
  foreign key (district, version) references matters.catalogues (district, version) on delete cascade
);
comment on table matters.catalogue_rows is 'Who is responsible for a kind of matter in an area, who helps, and the case standards with their limits.';
