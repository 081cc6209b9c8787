create table incident.watch (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    account_id uuid not null,
    name text not null,
    at timestamptz not null,
    ended_at timestamptz
);
create unique index watch_once on incident.watch (account_id, incident_id) where ended_at is null;
create index watch_incident on incident.watch (incident_id) where ended_at is null;
comment on table incident.watch is 'A colleague who follows an incident that somebody else has in hand';
comment on column incident.watch.id is 'UUIDv7';
comment on column incident.watch.incident_id is 'Which incident; it is shown with the one that lives on';
comment on column incident.watch.account_id is 'Who';
comment on column incident.watch.name is 'Who, as called then';
comment on column incident.watch.at is 'Since when';
comment on column incident.watch.ended_at is 'Until when';

create table incident.handover (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    done text not null,
    todo text not null,
    beware text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    taken_at timestamptz,
    taken_by_account uuid,
    taken_by_name text
);
create index handover_incident on incident.handover (incident_id, at);
comment on table incident.handover is 'What the next one must know at the end of a shift';
comment on column incident.handover.id is 'UUIDv7';
comment on column incident.handover.incident_id is 'Which incident; it is shown with the one that lives on';
comment on column incident.handover.done is 'What was done';
comment on column incident.handover.todo is 'What is to be done next';
comment on column incident.handover.beware is 'What to beware of';
comment on column incident.handover.at is 'When it was written';
comment on column incident.handover.by_account is 'Who wrote it';
comment on column incident.handover.by_name is 'Who wrote it, as called then';
comment on column incident.handover.taken_at is 'When the next one took it over; null: it waits';
comment on column incident.handover.taken_by_account is 'Who took it over';
comment on column incident.handover.taken_by_name is 'Who took it over, as called then';
