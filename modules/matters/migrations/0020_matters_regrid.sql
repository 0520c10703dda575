-- When another grid plan takes effect, open matters follow it into the grids in which their places lie now.
create table matters.followed_plans (
  district text collate "C" not null,
  plan uuid not null,
  at timestamptz not null,
  moved integer not null check (moved >= 0),
  primary key (district, plan));
comment on table matters.followed_plans is 'Grid plans that the open matters have followed, and how many moved. Each move is an entry in the ledger of its matter.';
