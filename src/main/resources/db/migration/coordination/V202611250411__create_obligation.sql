create schema if not exists coordination;
comment on schema coordination is 'Who must be told of an incident, by when, and what was done about it';

create table coordination.declared (
    declaration_id uuid primary key,
    world text,
    region text,
    structure_id uuid,
    heard boolean not null default false,
    waits boolean not null default true,
    failures integer not null default 0,
    next_at timestamptz
);
create index declared_waiting on coordination.declared (declaration_id) where waits;
comment on table coordination.declared is 'A declaration that may oblige somebody: held while it is worked on, and who may see what comes of it';
comment on column coordination.declared.declaration_id is 'Identifier in schema declaration';
comment on column coordination.declared.world is 'What it is counted with';
comment on column coordination.declared.region is 'INSEE code in France';
comment on column coordination.declared.structure_id is 'Identifier in directory.structure; null when not found there';
comment on column coordination.declared.heard is 'Whether the rules were asked before: what they say the first time was known when it was found';
comment on column coordination.declared.waits is 'To be worked on by the next round';
comment on column coordination.declared.failures is 'How often that failed in a row';
comment on column coordination.declared.next_at is 'Not before; null: at once';

create table coordination.bookmark (
    name text primary key,
    incident_id uuid not null
);
comment on table coordination.bookmark is 'How far the openings of incidents are read';
comment on column coordination.bookmark.name is 'newest: to the end; sure: so far behind that nothing is committed before it any more';
comment on column coordination.bookmark.incident_id is 'The last one read, in schema incident';
insert into coordination.bookmark (name, incident_id)
values ('newest', '00000000-0000-0000-0000-000000000000'), ('sure', '00000000-0000-0000-0000-000000000000');

create table coordination.judgement (
    incident_id uuid primary key,
    triaged_at timestamptz not null,
    assessment jsonb not null
);
comment on table coordination.judgement is 'How the desk last judged an incident, as it told';
comment on column coordination.judgement.incident_id is 'Identifier in schema incident';
comment on column coordination.judgement.triaged_at is 'When: an earlier judgement that is heard later changes nothing';
comment on column coordination.judgement.assessment is 'As org.beffroi.incident.Assessment';

create table coordination.obligation (
    id uuid primary key,
    declaration_id uuid not null references coordination.declared,
    recipient text not null,
    by_whom text not null,
    reason text not null,
    from_start boolean not null,
    starts_at timestamptz not null,
    due_at timestamptz,
    source text not null,
    arose_at timestamptz not null,
    ended_at timestamptz,
    ended_because text
);
create unique index obligation_live on coordination.obligation (declaration_id, recipient) where ended_at is null;
create index obligation_declaration on coordination.obligation (declaration_id);
comment on table coordination.obligation is 'Somebody must be told of what was declared; the live row of a recipient is what holds now';
comment on column coordination.obligation.id is 'UUIDv7';
comment on column coordination.obligation.declaration_id is 'Of which declaration';
comment on column coordination.obligation.recipient is 'Recipient of coordination/rules.yaml';
comment on column coordination.obligation.by_whom is 'DESK or STRUCTURE: who has to do it';
comment on column coordination.obligation.reason is 'Rule of coordination/rules.yaml';
comment on column coordination.obligation.from_start is 'Known when it was found; otherwise learnt later, and its time began then';
comment on column coordination.obligation.starts_at is 'Since when the time counts';
comment on column coordination.obligation.due_at is 'Null: without delay';
comment on column coordination.obligation.source is 'Where it is written';
comment on column coordination.obligation.arose_at is 'When the rules said so';
comment on column coordination.obligation.ended_at is 'When it ceased to hold';
comment on column coordination.obligation.ended_because is 'NOT_APPLICABLE: no rule leads to it any more; CHANGED: another row of the same recipient holds in its place';

create table coordination.transmission (
    obligation_id uuid primary key references coordination.obligation,
    told_at timestamptz not null,
    channel text not null,
    receipt text,
    late_because text,
    recorded_at timestamptz not null,
    by_account uuid,
    by_name text not null
);
comment on table coordination.transmission is 'The recipient was told';
comment on column coordination.transmission.obligation_id is 'What was done by it';
comment on column coordination.transmission.told_at is 'When';
comment on column coordination.transmission.channel is 'Code of the vocabulary transmission-channel';
comment on column coordination.transmission.receipt is 'The number under which the recipient has it, as it said';
comment on column coordination.transmission.late_because is 'Why only after it was due, in words';
comment on column coordination.transmission.recorded_at is 'When it was recorded here';
comment on column coordination.transmission.by_account is 'Who recorded it; null: Beffroi, from what the structure declared';
comment on column coordination.transmission.by_name is 'The name at that time';
