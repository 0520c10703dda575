create schema ledger;

create table ledger.entries (
  district text not null,
  stream text not null,
  stream_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  person uuid,
  role text not null,
  organisation uuid,
  action text not null,
  facts jsonb not null,
  sealed text,
  transaction uuid not null,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  previous text not null,
  hash text not null,
  primary key (district, stream, stream_id, seq));
create unique index entries_transaction on ledger.entries (district, transaction);
create index entries_at on ledger.entries (district, at);
comment on table ledger.entries is 'Every action, hash-chained per stream. Rows are only ever added.';
comment on column ledger.entries.sealed is 'Salted digest of the private part (text, contact), which is kept elsewhere and may be deleted by law.';
comment on column ledger.entries.transaction is 'The id that the client gave the write: the same write sent twice is recorded once.';
comment on column ledger.entries.previous is 'Hash of the entry before it in the stream; 64 zeros for the first.';

create table ledger.checkpoints (
  district text not null,
  number integer not null check (number > 0),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  entries bigint not null,
  root text not null,
  algorithm text not null,
  previous text not null,
  hash text not null,
  primary key (district, number));
comment on table ledger.checkpoints is 'Merkle root of all entries of a span of time, chained: a copy kept elsewhere proves that nothing was changed since.';

-- The ledger is append-only for everybody: also for the owner of the tables, by mistake or on purpose, short of dropping the trigger.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on ledger.entries execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.checkpoints execute function ledger.refuse_change();
