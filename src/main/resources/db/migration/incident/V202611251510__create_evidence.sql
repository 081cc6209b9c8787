create table incident.evidence (
    id uuid primary key references files.file,
    incident_id uuid references incident.incident,
    declaration_id uuid,
    words text not null,
    password text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    check ((incident_id is null) <> (declaration_id is null))
);
create index evidence_incident on incident.evidence (incident_id) where incident_id is not null;
create index evidence_declaration on incident.evidence (declaration_id) where declaration_id is not null;
comment on table incident.evidence is 'A file that tells something of an incident';
comment on column incident.evidence.id is 'The file''s';
comment on column incident.evidence.incident_id is 'Handed in by the desk, for this incident';
comment on column incident.evidence.declaration_id is 'Handed in by the structure, for this declaration: it goes where the declaration goes';
comment on column incident.evidence.words is 'What it is; may be empty';
comment on column incident.evidence.password is 'Opens the archives in which it is given out: against a chance opening, not against a thief';
comment on column incident.evidence.at is 'When it was announced';
comment on column incident.evidence.by_account is 'By whom; null for whoever holds the secret link';
comment on column incident.evidence.by_name is 'Name at that time; empty for whoever holds the secret link';

create table incident.custody (
    evidence_id uuid not null references incident.evidence,
    number int not null,
    kind text not null,
    happened_at timestamptz not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    holder text,
    words text not null,
    seal text not null,
    primary key (evidence_id, number)
);
comment on table incident.custody is 'Who had a piece of evidence, from hand to hand; append-only';
comment on column incident.custody.evidence_id is 'Which';
comment on column incident.custody.number is 'From 1, without a gap';
comment on column incident.custody.kind is 'RECEIVED, SEALED, GIVEN_OUT, HANDED_OVER, CAME_BACK or ERASED';
comment on column incident.custody.happened_at is 'When, as it was said';
comment on column incident.custody.at is 'When it was written down';
comment on column incident.custody.by_account is 'Who wrote it down; null for Beffroi and whoever holds the secret link';
comment on column incident.custody.by_name is 'Name at that time';
comment on column incident.custody.holder is 'Who outside has it from then on';
comment on column incident.custody.words is 'What else there is to say; the hash, where it was sealed; why, where it was erased';
comment on column incident.custody.seal is 'SHA-256 over the seal before and all of this line';

create function incident.refuse_change_of_custody() returns trigger language plpgsql as $$
begin
    raise exception 'incident.custody is append-only';
end $$;
create trigger custody_is_append_only before update or delete on incident.custody
    for each row execute function incident.refuse_change_of_custody();
create trigger custody_is_not_emptied before truncate on incident.custody
    for each statement execute function incident.refuse_change_of_custody();
