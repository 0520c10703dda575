create schema places;
comment on schema places is 'The administrative tree of a district and its grid plans. Geometry: WGS 84, integers of 1e-7 degree.';

create table places.areas (
  district text not null,
  code text not null,
  name text not null check (length(name) between 1 and 100),
  level text not null,
  parent text,
  polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
  area2 bigint not null check (area2 > 0),
  primary key (district, code),
  foreign key (district, parent) references places.areas (district, code),
  check (code ~ '^[0-9]+$' and starts_with(code, district) and length(district) = 6),
  check (length(code) = case level when 'district' then 6 when 'street' then 9 when 'community' then 12 end),
  check (parent is not distinct from case level when 'street' then district when 'community' then left(code, 9) end));
comment on table places.areas is 'District, streets and communities, with the codes published for statistics.';
comment on column places.areas.polygons is 'Polygons of rings of x, y, x, y, ... without the repeated last point; the first ring is the outer one.';
comment on column places.areas.area2 is 'Twice the area, in lattice units squared: exact, so that sums can be compared for equality.';

create table places.base_maps (
  district text primary key,
  features jsonb not null check (jsonb_typeof(features) = 'array'));
comment on table places.base_maps is 'Waters, roads and parks under the grids, as GeoJSON features: illustrative, no review number needed.';

create table places.grid_plans (
  district text not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  status text not null check (status in ('draft', 'published', 'superseded')),
  grids integer not null check (grids >= 0),
  faults integer not null check (faults >= 0),
  crs text not null check (crs in ('wgs84', 'gcj02', 'bd09')),
  upload bytea,
  upload_sha256 text check (upload_sha256 ~ '^[0-9a-f]{64}$'),
  created timestamptz not null,
  published timestamptz,
  seq integer not null default 0 check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (district, id),
  check ((status = 'draft') = (published is null)),
  check ((upload is null) = (upload_sha256 is null)),
  constraint only_sound_plans_are_published check (status = 'draft' or (faults = 0 and grids > 0)));
create unique index one_published_plan on places.grid_plans (district) where status = 'published';
create index grid_plans_created on places.grid_plans (district, created);
comment on table places.grid_plans is 'Versions of the division into grids: one is published, earlier ones stay as they were.';
comment on column places.grid_plans.faults is 'Faults that the check found in the layer as it was uploaded; the layer is never mended here.';
comment on column places.grid_plans.upload is 'The file as it was uploaded, in its own coordinates; null where the plan did not come from a file.';
comment on column places.grid_plans.seq is 'Number of the last ledger entry of the plan; hash is the hash of that entry (64 zeros before the first).';

create table places.grids (
  district text not null,
  plan uuid not null,
  code text not null check (code ~ '^[0-9]{15}$'),
  community text not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('comprehensive', 'dedicated')),
  households integer not null check (households >= 0),
  polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
  area2 bigint not null,
  primary key (district, plan, code),
  foreign key (district, plan) references places.grid_plans (district, id),
  foreign key (district, community) references places.areas (district, code),
  check (community = left(code, 12)));
comment on table places.grids is 'Grids of a plan: counts of households, never lists of people. Each belongs to one community.';

-- The coverage identity, asked once more at the last door: without overlap or gap the areas add up, to the unit.
create function places.refuse_unsound_plan() returns trigger language plpgsql as $$
declare
  of_grids record;
  of_district bigint;
  bare text;
begin
  select count(*) as n, sum(area2) as area2 into of_grids from places.grids where district = new.district and plan = new.id;
  select area2 into of_district from places.areas where district = new.district and code = new.district;
  select a.code into bare from places.areas a
    where a.district = new.district and a.level = 'community'
      and a.area2 <> (select coalesce(sum(g.area2), 0) from places.grids g
                      where g.district = a.district and g.plan = new.id and g.community = a.code) limit 1;
  if of_grids.n <> new.grids or of_grids.area2 is distinct from of_district or bare is not null then
    raise exception 'plan % does not cover district % exactly (community %)', new.id, new.district, coalesce(bare, '-')
      using errcode = 'check_violation', constraint = 'grids_cover_the_district';
  end if;
  return new;
end $$;
create trigger grids_cover_the_district before update on places.grid_plans
  for each row when (new.status = 'published' and old.status <> 'published') execute function places.refuse_unsound_plan();
create function places.refuse_born_published() returns trigger language plpgsql as $$
begin
  raise exception 'a plan begins as a draft' using errcode = 'check_violation', constraint = 'plans_begin_as_drafts';
end $$;
create trigger plans_begin_as_drafts before insert on places.grid_plans
  for each row when (new.status <> 'draft') execute function places.refuse_born_published();

-- What happened in which grid stays true: the grids of a plan that was ever in force do not change.
create function places.refuse_change_of_grids() returns trigger language plpgsql as $$
begin
  if exists (select from places.grid_plans p where p.status <> 'draft' and
      (tg_op <> 'INSERT' and (p.district, p.id) = (old.district, old.plan)
        or tg_op <> 'DELETE' and (p.district, p.id) = (new.district, new.plan))) then
    raise exception 'the plan is in force or was: its grids do not change'
      using errcode = 'check_violation', constraint = 'published_grids_stay';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_grids_stay before insert or update or delete on places.grids
  for each row execute function places.refuse_change_of_grids();
