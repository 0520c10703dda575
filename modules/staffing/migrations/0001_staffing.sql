create schema staffing;
comment on schema staffing is 'What grid workers may be asked to do.';

create table staffing.duty_items (
  district text collate "C" not null,
  id uuid not null,
  stage text not null check (stage in ('applied', 'returned', 'admitted', 'exited', 'withdrawn')),
  version integer not null check (version > 0),
  owner uuid not null,
  effective_from date,
  effective_until date,
  exit_from date,
  applied_at timestamptz not null,
  state jsonb not null,
  head text not null,
  primary key (district, id),
  check ((effective_from is null) = (effective_until is null)),
  check (effective_until >= effective_from),
  check (stage not in ('admitted', 'exited') or effective_from is not null)
);
create index duty_items_newest on staffing.duty_items (district, applied_at desc, id desc);
comment on table staffing.duty_items is 'Items of the list of duties (网格化服务管理事项清单) from application to exit; the fold of their ledger streams.';
comment on column staffing.duty_items.state is 'The whole state as folded; the columns beside it are parts of it that are searched.';
comment on column staffing.duty_items.effective_until is 'The last day of its term.';
