create table incident.support (
    id uuid primary key,
    declaration_id uuid not null references incident.incident_declaration,
    kind text not null,
    at timestamptz not null,
    unique (declaration_id, kind)
);
comment on table incident.support is 'A kind of help for one structure in one incident: asked for, or offered';
comment on column incident.support.id is 'UUIDv7';
comment on column incident.support.declaration_id is 'Whose';
comment on column incident.support.kind is 'Vocabulary support-kind';
comment on column incident.support.at is 'When it was first spoken of here; what the declaration asks for stands in the declaration';

create table incident.support_step (
    id uuid primary key,
    support_id uuid not null references incident.support,
    step text not null,
    side text not null,
    words text not null default '',
    minutes integer check (minutes > 0),
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index support_step_support on incident.support_step (support_id, at);
comment on table incident.support_step is 'What became of it; the last word that is not work holds';
comment on column incident.support_step.id is 'UUIDv7';
comment on column incident.support_step.support_id is 'Of which help';
comment on column incident.support_step.step is 'ASKED, OFFERED, ACCEPTED, DECLINED, WORKED or ENDED';
comment on column incident.support_step.side is 'Who says so: STRUCTURE or DESK';
comment on column incident.support_step.words is 'What is offered, which the structure reads; or who did what, which it does not';
comment on column incident.support_step.minutes is 'Of work: how long it took';
comment on column incident.support_step.at is 'When it was written down';
comment on column incident.support_step.by_account is 'Who wrote it down; null: whoever holds the secret link';
comment on column incident.support_step.by_name is 'Who wrote it down, as called then; empty for whoever holds the secret link';
