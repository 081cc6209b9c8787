create table incident.log_entry (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    kind text not null,
    happened_at timestamptz not null,
    text text not null,
    said_by text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_account uuid,
    ended_by_name text,
    ended_because text
);
create index log_entry_incident on incident.log_entry (incident_id, happened_at);

comment on table incident.log_entry is 'The logbook: what happened and what was decided, when, and who says so';
comment on column incident.log_entry.id is 'UUIDv7';
comment on column incident.log_entry.incident_id is 'The incident that it was written for; it is shown with the one that lives on';
comment on column incident.log_entry.kind is 'FACT: it happened; DECISION: somebody decided it';
comment on column incident.log_entry.happened_at is 'When it happened or was decided';
comment on column incident.log_entry.text is 'What, in the desk’s words';
comment on column incident.log_entry.said_by is 'Who says so, or who decided';
comment on column incident.log_entry.at is 'When it was written down';
comment on column incident.log_entry.by_account is 'Who wrote it down';
comment on column incident.log_entry.by_name is 'Who wrote it down, as called then';
comment on column incident.log_entry.ended_at is 'When it was struck out; it stays to be read';
comment on column incident.log_entry.ended_by_account is 'Who struck it out';
comment on column incident.log_entry.ended_by_name is 'Who struck it out, as called then';
comment on column incident.log_entry.ended_because is 'Why it was struck out';
