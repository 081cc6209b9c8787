create schema if not exists journal;
comment on schema journal is 'Append-only facts for figures: no name, no free text';

create table journal.salt (
    version integer primary key,
    salt bytea not null
);
comment on table journal.salt is 'Secrets with which identifiers are hashed';
comment on column journal.salt.version is 'Stands before each hash made with it';
comment on column journal.salt.salt is '32 random bytes; destroying them makes their facts anonymous for good';

-- Here and not at the first fact: a salt that a transaction makes and then takes back would split the facts for ever.
-- gen_random_uuid() is PostgreSQL's own and takes its 122 bits from the system's strong source.
insert into journal.salt (version, salt)
values (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table journal.fact (
    position bigint generated always as identity primary key,
    type text not null,
    world text not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    subjects jsonb not null,
    data jsonb not null
);
create index fact_world on journal.fact (world, type, recorded_at);
create index fact_known on journal.fact (world, recorded_at, position);
comment on table journal.fact is 'One thing that happened, as the figures may know it';
comment on column journal.fact.position is 'Order of writing';
comment on column journal.fact.type is 'module.what-happened';
comment on column journal.fact.world is 'What it is counted with: national, or an imported collection';
comment on column journal.fact.happened_at is 'When it happened';
comment on column journal.fact.recorded_at is 'When it became known here';
comment on column journal.fact.subjects is 'Salted hashes of identifiers by kind';
comment on column journal.fact.data is 'Codes, numbers, booleans, instants by name';

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'journal.fact is append-only: write a new fact that corrects the old one';
end $$;
create trigger fact_is_append_only before update or delete on journal.fact
    for each row execute function journal.refuse_change();
