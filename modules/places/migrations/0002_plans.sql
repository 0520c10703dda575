-- A plan's whole way: draft, checked, on notice, approved by streets, filed, in force from a day. The state is the fold of its ledger.
alter table places.grid_plans drop constraint grid_plans_status_check;
alter table places.grid_plans drop constraint grid_plans_check;
alter table places.grid_plans drop constraint only_sound_plans_are_published;
drop index places.one_published_plan;
drop trigger grids_cover_the_district on places.grid_plans;

alter table places.grid_plans add column state jsonb;
update places.grid_plans set status = 'in_force' where status = 'published';
update places.grid_plans set state = jsonb_build_object('status', status, 'name', name, 'grids', grids, 'faults', faults,
  'notice', null, 'approvals', '[]'::jsonb, 'comments', 0, 'unanswered', '[]'::jsonb, 'effective', null, 'version', seq);
alter table places.grid_plans alter column state set not null;
alter table places.grid_plans add constraint plan_status_is_known check (status in
  ('draft', 'checked', 'noticed', 'approved', 'filed', 'in_force', 'superseded', 'withdrawn'));
alter table places.grid_plans add constraint plan_state_is_of_its_row check (
  state ->> 'status' = status and (state ->> 'version')::integer = seq and state ->> 'name' = name
  and (state ->> 'grids')::integer = grids and (state ->> 'faults')::integer = faults);
alter table places.grid_plans add constraint only_sound_plans_go_on check
  (status in ('draft', 'withdrawn') or (faults = 0 and grids > 0));
alter table places.grid_plans add constraint plan_took_effect check ((status in ('in_force', 'superseded')) = (published is not null));
alter table places.grid_plans add constraint plan_was_on_notice check
  (status not in ('noticed', 'approved', 'filed') or jsonb_typeof(state -> 'notice') = 'object');
alter table places.grid_plans add constraint filed_plan_has_its_day check (status <> 'filed' or state ->> 'effective' is not null);
create unique index one_plan_in_force on places.grid_plans (district) where status = 'in_force';
create index grid_plans_under_way on places.grid_plans (district, status) where status in ('noticed', 'filed');
comment on column places.grid_plans.state is 'The state as folded from the ledger stream of the plan; the columns beside it are parts that are searched.';
comment on column places.grid_plans.published is 'When the plan took effect.';

alter table places.grids add column sector text check (sector <> '');
alter table places.grids add constraint only_dedicated_grids_have_a_sector check (sector is null or kind = 'dedicated');
comment on column places.grids.sector is 'Of a dedicated grid (专属网格): the department that manages it together with the place (舟山网格条例 9).';

create table places.micro_grids (
  district text not null,
  plan uuid not null,
  code text not null check (code ~ '^[0-9]{17}$'),
  grid text not null,
  name text not null check (length(name) between 1 and 100),
  households integer not null check (households >= 0),
  polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
  area2 bigint not null,
  primary key (district, plan, code),
  foreign key (district, plan, grid) references places.grids (district, plan, code) on delete cascade,
  check (grid = left(code, 15)));
comment on table places.micro_grids is 'Micro-grids (微网格) below a grid: either they cover it exactly, or it has none.';
create trigger published_grids_stay before insert or update or delete on places.micro_grids
  for each row execute function places.refuse_change_of_grids();

-- Grids may be redrawn until the plan is on notice; from then on they stay as people were shown them.
create or replace function places.refuse_change_of_grids() returns trigger language plpgsql as $$
begin
  if exists (select from places.grid_plans p where p.status not in ('draft', 'checked') and
      (tg_op <> 'INSERT' and (p.district, p.id) = (old.district, old.plan)
        or tg_op <> 'DELETE' and (p.district, p.id) = (new.district, new.plan))) then
    raise exception 'the plan is on notice, in force or was: its grids do not change'
      using errcode = 'check_violation', constraint = 'published_grids_stay';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- The coverage identity is asked again at each step beyond the draft, of micro-grids too.
create or replace function places.refuse_unsound_plan() returns trigger language plpgsql as $$
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
  if bare is null then
    select g.code into bare from places.grids g
      join (select m.grid, sum(m.area2) as area2 from places.micro_grids m
            where m.district = new.district and m.plan = new.id group by m.grid) as below on below.grid = g.code
      where g.district = new.district and g.plan = new.id and g.area2 <> below.area2 limit 1;
  end if;
  if of_grids.n <> new.grids or of_grids.area2 is distinct from of_district or bare is not null then
    raise exception 'plan % does not cover district % exactly (at %)', new.id, new.district, coalesce(bare, '-')
      using errcode = 'check_violation', constraint = 'grids_cover_the_district';
  end if;
  return new;
end $$;
create trigger grids_cover_the_district before update on places.grid_plans
  for each row when (new.status not in ('draft', 'withdrawn', 'superseded') and old.status <> new.status)
  execute function places.refuse_unsound_plan();

create table places.plan_comments (
  district text not null,
  plan uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  person uuid,
  lon_e7 integer,
  lat_e7 integer,
  body text not null check (length(body) between 1 and 500),
  salt text not null,
  answer text check (length(answer) between 1 and 1000),
  answered timestamptz,
  released boolean not null default false,
  primary key (district, plan, number),
  foreign key (district, plan) references places.grid_plans (district, id),
  check ((lon_e7 is null) = (lat_e7 is null)),
  check ((answer is null) = (answered is null)),
  check (answer is not null or not released));
comment on table places.plan_comments is 'What residents say of a plan on notice. The words are private until staff release them with an answer; the ledger holds their salted digest.';

create table places.grid_uses (
  district text not null,
  id uuid not null,
  organisation uuid not null,
  purpose text not null check (length(purpose) between 1 and 200),
  since date not null,
  until date check (until >= since),
  registered timestamptz not null,
  primary key (district, id));
create index grid_uses_newest on places.grid_uses (district, registered desc);
comment on table places.grid_uses is 'Departments work on the one grid and do not divide again (滨州网格条例 6(3)): who, for what, since when.';
