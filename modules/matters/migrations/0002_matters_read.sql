-- What a million matters asked for (docs/notes/2026-11-24-matters-load.md).

-- The newest of a community: `matters_of_area` holds each of its grids newest first, not all of them together.
create index matters_of_community on matters.matters (district, left(grid, 12), reported_at desc, id desc);

-- The public map counts what was closed lately, by grid, from the index alone.
drop index matters.matters_ended;
create index matters_ended on matters.matters (district, ended_at) include (grid, stage) where ended_at is not null;

-- A window of the map is counted by grid from the index alone; the coordinates are needed beside the point that is made of them.
drop index matters.matters_open_place;
create index matters_open_place on matters.matters using gist (point(lon_e7, lat_e7))
  include (district, grid, category, lon_e7, lat_e7) where ended_at is null;
