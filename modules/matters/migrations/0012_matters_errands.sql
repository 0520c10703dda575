-- Whether something is asked of the grid's workers (网格准入: only what is on the list of duties).
alter table matters.matters add column errand boolean not null default false;
create index matters_errands on matters.matters (district, grid) where errand;
