create table incident.tag (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    word text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_name text
);
create unique index tag_once on incident.tag (incident_id, word) where ended_at is null;
create index tag_word on incident.tag (word) where ended_at is null;
comment on table incident.tag is 'A word of the desk’s own by which incidents are found together';
comment on column incident.tag.id is 'UUIDv7';
comment on column incident.tag.incident_id is 'Which incident';
comment on column incident.tag.word is 'Lower case, letters, digits and hyphens';
comment on column incident.tag.at is 'When it was set';
comment on column incident.tag.by_account is 'Who set it';
comment on column incident.tag.by_name is 'Who set it, as called then';
comment on column incident.tag.ended_at is 'When it was taken away';
comment on column incident.tag.ended_by_name is 'Who took it away, as called then';
