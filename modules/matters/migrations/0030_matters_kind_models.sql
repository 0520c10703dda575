-- What the suggestion of kinds has learned from matters that staff decided; made anew each night from the texts that are there then.
create table matters.kind_models (
  district text collate "C" not null,
  learned_at timestamptz not null,
  texts integer not null check (texts >= 0),
  model jsonb not null,
  primary key (district)
);
comment on table matters.kind_models is 'Sums by word and kind of the matters that were closed last: no texts, no matters, no persons, no word of few texts.';
