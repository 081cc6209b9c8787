create table incident.recovery (
    id uuid primary key,
    declaration_id uuid not null references incident.incident_declaration,
    kind text not null,
    service text not null,
    percent integer not null check (percent between 0 and 100),
    as_of timestamptz not null,
    side text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_account uuid,
    ended_by_name text
);
create index recovery_declaration on incident.recovery (declaration_id, kind, service, as_of) where ended_at is null;

comment on table incident.recovery is 'How far a structure’s systems and care activities had come back, and when: one row for each time that somebody said so';
comment on column incident.recovery.id is 'UUIDv7';
comment on column incident.recovery.declaration_id is 'Whose: each structure of an incident comes back by itself';
comment on column incident.recovery.kind is 'SYSTEM or ACTIVITY';
comment on column incident.recovery.service is 'Code of the vocabulary system or activity';
comment on column incident.recovery.percent is 'How much of it works, of what worked before: 0 nothing, 100 all';
comment on column incident.recovery.as_of is 'When it was so';
comment on column incident.recovery.side is 'Who says so: STRUCTURE or DESK';
comment on column incident.recovery.at is 'When it was written down';
comment on column incident.recovery.by_account is 'Who wrote it down; null: whoever holds the secret link';
comment on column incident.recovery.by_name is 'Who wrote it down, as called then; empty for whoever holds the secret link';
comment on column incident.recovery.ended_at is 'When it was taken back as wrong';
comment on column incident.recovery.ended_by_account is 'Who took it back';
comment on column incident.recovery.ended_by_name is 'Who took it back, as called then';
