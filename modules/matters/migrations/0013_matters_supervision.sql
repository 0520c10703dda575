-- Until when the unit owes an answer to a supervision (催办、督办、挂牌督办); null where it owes none.
alter table matters.matters add column answer_due timestamptz;
create index matters_supervised on matters.matters (district, unit) where answer_due is not null;
