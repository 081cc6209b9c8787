create schema if not exists search;
comment on schema search is 'The index of the search over everything: made behind, from what other modules keep; it may be emptied and made again';
create table search.file (
    declaration_id uuid not null,
    view text not null,
    part integer not null,
    incident_id uuid not null,
    world text not null,
    region text,
    structure_id uuid,
    open boolean not null,
    declared_at timestamptz not null,
    words tsvector not null,
    primary key (declaration_id, view, part)
) partition by list (view);
-- Each view apart: what is looked through together lies together, and is not spread among rows of other views.
create table search.file_all partition of search.file for values in ('ALL');
create table search.file_region partition of search.file for values in ('REGION');
create table search.file_told partition of search.file for values in ('TOLD');
create table search.file_names partition of search.file for values in ('NAMES');
create table search.file_declared partition of search.file for values in ('DECLARED');
create table search.file_messages partition of search.file for values in ('MESSAGES');
create table search.file_notes partition of search.file for values in ('NOTES');
create table search.file_seen partition of search.file for values in ('SEEN');
create table search.file_files partition of search.file for values in ('FILES');
-- Words are read for phrases only, and then by pieces: not made smaller, so that they need not be made larger again.
alter table search.file alter column words set storage external;
-- What is in a text is no ground for planning: a look-up goes by the index, always.
alter table search.file alter column words set statistics 0;
-- Written at once into the index, for nobody waits for the writing, but somebody for each search.
create index file_words on search.file using gin (words) with (fastupdate = off);
create index file_incident on search.file (incident_id);
comment on table search.file is 'All words under one declaration that one circle of readers may look through, with those of the incident that bears its number';
comment on column search.file.declaration_id is 'The declaration, in schema declaration';
comment on column search.file.view is 'Which words, as org.beffroi.search.domain.View';
comment on column search.file.part is 'Counts from 0: what is too long for one tsvector goes on in the next';
comment on column search.file.incident_id is 'The incident that the declaration belongs to';
comment on column search.file.world is 'What it is counted with';
comment on column search.file.region is 'INSEE code, as declared; null: not known';
comment on column search.file.structure_id is 'In directory.structure; null: not known there';
comment on column search.file.open is 'Whether the incident is open';
comment on column search.file.declared_at is 'When it was declared';
comment on column search.file.words is 'Stems (french, english), words as they are for names, and marks of view, world, time and region';
create table search.waiting (
    declaration_id uuid primary key,
    since timestamptz not null,
    failures integer not null default 0,
    next_at timestamptz
);
create index waiting_since on search.waiting (since);
comment on table search.waiting is 'Declarations whose words have changed and are to be read again';
comment on column search.waiting.declaration_id is 'The declaration';
comment on column search.waiting.since is 'When that was noticed';
comment on column search.waiting.failures is 'How often in a row it could not be read';
comment on column search.waiting.next_at is 'When it is tried again; null: at once';
create table search.bookmark (
    name text primary key,
    incident_id uuid not null
);
insert into search.bookmark values
    ('newest', '00000000-0000-0000-0000-000000000000'),
    ('sure', '00000000-0000-0000-0000-000000000000');
comment on table search.bookmark is 'Up to which incident the openings were read; its rows are held by whoever writes the index';
comment on column search.bookmark.name is 'newest: as they come; sure: five minutes behind, for what was committed late';
comment on column search.bookmark.incident_id is 'The last one read';
