create schema if not exists observatory;
comment on schema observatory is 'What the public was told of a year, as it was told';

create table observatory.release (
    world text not null,
    year integer not null,
    told_on date not null,
    figures jsonb not null,
    counts jsonb not null,
    hidden jsonb not null,
    primary key (world, year)
);
comment on table observatory.release is 'A year as released. Written once: figures counted otherwise by a later edition of the program would be a second state to subtract (docs/adr/0016)';
comment on column observatory.release.world is 'What it is counted with';
comment on column observatory.release.year is 'Whose figures';
comment on column observatory.release.told_on is 'Release day, a 1 March in Europe/Paris: nothing recorded on it or later is in them';
comment on column observatory.release.figures is 'What page, JSON and CSV are made of';
comment on column observatory.release.counts is 'Every cell, also those that are not shown: the next release is compared with them';
comment on column observatory.release.hidden is 'Cells that are not shown';
