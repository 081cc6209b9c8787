alter table incident.move add column split boolean not null default false;
alter table incident.move add column because text;
comment on table incident.move is 'Declarations that joined another incident, or were taken out of it again';
comment on column incident.move.split is 'True: taken out again, back to the incident that it had been of; false: joined';
comment on column incident.move.because is 'Why, in words; for the desk only';
create index move_declaration on incident.move (declaration_id, at);

alter table incident.merger add column id uuid not null default gen_random_uuid();
alter table incident.merger add column ended_at timestamptz;
alter table incident.merger add column ended_by_account uuid;
alter table incident.merger add column ended_by_name text;
alter table incident.merger drop constraint merger_pkey;
alter table incident.merger add primary key (id);
alter table incident.merger add check (ended_at is null or ended_by_name is not null);
create unique index merger_live on incident.merger (incident_id) where ended_at is null;
create index merger_incident on incident.merger (incident_id);
comment on table incident.merger is 'Being joined to another incident as a whole is having a live row here; a split ends it';
comment on column incident.merger.id is 'Identifier of the row';
comment on column incident.merger.ended_at is 'When the incident went on by itself again; null: it lives on in the other';
comment on column incident.merger.ended_by_account is 'Who took it out; null for Beffroi itself';
comment on column incident.merger.ended_by_name is 'Name at that time';

create table incident.verification (
    declaration_id uuid primary key references incident.incident_declaration,
    how text not null,
    by_name text
);
comment on table incident.verification is 'How it is known that a declaration comes from its structure';
comment on column incident.verification.declaration_id is 'The declaration';
comment on column incident.verification.how is 'CALLED_BACK by the desk, or CONFIRMED by an account of the structure';
comment on column incident.verification.by_name is 'Who said so, as named at that time; null: not told';

alter table incident.incident add column signalled text;
update incident.incident i set signalled = s.severity
    from (select incident_id, max(severity) as severity from incident.severity_signal group by incident_id) s
    where s.incident_id = i.id;
comment on column incident.incident.signalled is 'Copy for the queue: the highest severity that later modules found out about it, and about those that live on in it';
comment on column incident.severity_signal.incident_id is 'The incident that it was found out about; where that one lives on in another, it is heard there';
