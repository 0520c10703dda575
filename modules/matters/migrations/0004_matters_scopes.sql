-- Who sees by area and by unit asks for the newest of each: of a unit they need an index too, and what is counted for them (by grid, in a
-- window of the map) is counted from the index alone, unit and kind included. The unit changes at a dispatch only.
create index matters_of_unit on matters.matters (district, unit, reported_at desc, id desc) where unit is not null;

drop index matters.matters_open_of_area;
create index matters_open_of_area on matters.matters (district, grid) include (category, unit) where ended_at is null;

drop index matters.matters_open_place;
create index matters_open_place on matters.matters using gist (point(lon_e7, lat_e7))
  include (district, grid, category, unit, lon_e7, lat_e7) where ended_at is null;
