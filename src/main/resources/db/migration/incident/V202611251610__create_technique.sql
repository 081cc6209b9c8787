create table incident.technique (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    technique text not null,
    words text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_name text
);
create unique index technique_live on incident.technique (incident_id, technique) where ended_at is null;
create index technique_elsewhere on incident.technique (technique) where ended_at is null;
comment on table incident.technique is 'What an attacker did in an incident, in the words of MITRE ATT&CK';
comment on column incident.technique.id is 'UUIDv7';
comment on column incident.technique.incident_id is 'In which';
comment on column incident.technique.technique is 'T1566, or T1566.001';
comment on column incident.technique.words is 'What was seen of it; may be empty';
comment on column incident.technique.at is 'When it was entered';
comment on column incident.technique.by_account is 'By whom';
comment on column incident.technique.by_name is 'Name at that time';
comment on column incident.technique.ended_at is 'Since when it is said not to have been done';
comment on column incident.technique.ended_by_name is 'Who said so';
