-- Pairs of open matters that may be the same thing, found after the report; merged by staff as ever, or parted.
create table matters.likely_duplicates (
  district text collate "C" not null,
  later uuid not null,
  earlier uuid not null,
  score real not null check (score between 0 and 1),
  metres integer not null check (metres >= 0),
  found_at timestamptz not null,
  parted_at timestamptz,
  parted_by uuid,
  primary key (district, later, earlier),
  foreign key (district, later) references matters.matters (district, id),
  foreign key (district, earlier) references matters.matters (district, id),
  check (later <> earlier)
);
create index likely_duplicates_shown on matters.likely_duplicates (district, score desc) where parted_at is null;
create index likely_duplicates_of_earlier on matters.likely_duplicates (district, earlier);
comment on table matters.likely_duplicates is 'Pairs that are near and alike in words; gone once one of the two has ended. Matters and places, never persons.';
comment on column matters.likely_duplicates.parted_by is 'Organisation for which somebody said that they are two things.';

create table matters.compared_until (
  district text collate "C" not null,
  until timestamptz not null,
  primary key (district)
);
comment on table matters.compared_until is 'Up to which time of report matters have been compared with those near them.';
