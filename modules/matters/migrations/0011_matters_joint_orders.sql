create table matters.joint_orders (
  district text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  whistler uuid,
  whistled_at timestamptz not null,
  justified boolean,
  primary key (district, matter, seq),
  foreign key (district, matter) references matters.matters (district, id)
);
create index joint_orders_newest on matters.joint_orders (district, whistled_at);
comment on table matters.joint_orders is 'Joint orders (吹哨报到): who called, and whether that was justified; a projection of the matter''s ledger stream.';

create table matters.joint_parts (
  district text collate "C" not null,
  matter uuid not null,
  seq integer not null,
  unit uuid not null,
  due_at timestamptz not null,
  reported_at timestamptz,
  excused_at timestamptz,
  came boolean,
  primary key (district, matter, seq, unit),
  foreign key (district, matter, seq) references matters.joint_orders (district, matter, seq)
);
create index joint_parts_of_unit on matters.joint_parts (district, unit, matter);
comment on table matters.joint_parts is 'What each unit owes to a joint order, and how it answered; units, never persons.';

create table matters.helpers (
  district text collate "C" not null,
  unit uuid not null,
  matter uuid not null,
  primary key (district, unit, matter),
  foreign key (district, matter) references matters.matters (district, id)
);
create index helpers_of_matter on matters.helpers (district, matter);
comment on table matters.helpers is 'Units that help (协办) by the last dispatch: they see the matter.';
