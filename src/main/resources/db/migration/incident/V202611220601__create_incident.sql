create schema if not exists incident;
comment on schema incident is 'The desk''s cases: what was declared together, what was done about it, by whom and when';

create table incident.incident (
    id uuid primary key,
    reference text not null unique,
    world text not null,
    opened_at timestamptz not null,
    open boolean not null,
    urgency integer not null,
    version integer not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index incident_queue on incident.incident (world, urgency desc, opened_at, id) where open;
create index incident_past on incident.incident (world, opened_at desc, id) where not open;
comment on table incident.incident is 'A case of the desk. What state it is in is said by the rows of assignment, triage, resolution, closure and merger that have not ended';
comment on column incident.incident.id is 'UUIDv7';
comment on column incident.incident.reference is 'Public reference: the number of the first declaration, so that one number is enough on the telephone';
comment on column incident.incident.world is 'What it is counted with';
comment on column incident.incident.opened_at is 'When the first declaration was made';
comment on column incident.incident.open is 'Copy for the queue: neither a live closure nor a merger';
comment on column incident.incident.urgency is 'Copy for the queue: bit set of the rules of org.beffroi.incident.domain.Urgency; the larger, the sooner';
comment on column incident.incident.version is 'Grows with each change by the desk';
comment on column incident.incident.changed_at is 'When the desk last changed it';
comment on column incident.incident.changed_by is 'Who did';

create table incident.incident_declaration (
    declaration_id uuid primary key,
    incident_id uuid not null references incident.incident,
    reference text not null unique,
    declared_at timestamptz not null,
    channel text not null,
    verified_at timestamptz,
    version integer not null,
    stated_at timestamptz not null,
    structure_id uuid,
    structure_name text not null,
    finess text,
    country text not null,
    category text,
    structure_group text,
    obliged boolean not null,
    region text,
    department text,
    town text,
    stated jsonb not null,
    search text not null
);
create index incident_declaration_incident on incident.incident_declaration (incident_id, declared_at);
create index incident_declaration_region on incident.incident_declaration (region);
create index incident_declaration_structure on incident.incident_declaration (structure_id);
comment on table incident.incident_declaration is 'Which incident a declaration belongs to, and what the queue knows of it';
comment on column incident.incident_declaration.declaration_id is 'Identifier in schema declaration';
comment on column incident.incident_declaration.incident_id is 'The incident it belongs to now; see move for earlier ones';
comment on column incident.incident_declaration.reference is 'The declaration''s public reference';
comment on column incident.incident_declaration.declared_at is 'When it was declared';
comment on column incident.incident_declaration.channel is 'Code of the vocabulary channel';
comment on column incident.incident_declaration.verified_at is 'Since when it is known to come from the structure; null: not yet';
comment on column incident.incident_declaration.version is 'Version that stated is of';
comment on column incident.incident_declaration.stated_at is 'When that version was made';
comment on column incident.incident_declaration.structure_id is 'Identifier in directory.structure; null when not found there';
comment on column incident.incident_declaration.structure_name is 'Name as it was on that day, or as typed';
comment on column incident.incident_declaration.finess is 'FINESS number';
comment on column incident.incident_declaration.country is 'ISO 3166-1 alpha-2';
comment on column incident.incident_declaration.category is 'Code of the vocabulary structure-category';
comment on column incident.incident_declaration.structure_group is 'Code of the vocabulary structure-group';
comment on column incident.incident_declaration.obliged is 'Whether the category must declare';
comment on column incident.incident_declaration.region is 'INSEE code in France';
comment on column incident.incident_declaration.department is 'INSEE code in France';
comment on column incident.incident_declaration.town is 'Town';
comment on column incident.incident_declaration.stated is 'The coded part of the newest version, as org.beffroi.declaration.Stated';
comment on column incident.incident_declaration.search is 'Name, town, FINESS and reference: lower case, no accents';

create table incident.amendment (
    declaration_id uuid not null references incident.incident_declaration,
    version integer not null,
    at timestamptz not null,
    primary key (declaration_id, version)
);
comment on table incident.amendment is 'Versions by which declarants added to what they had declared';
comment on column incident.amendment.declaration_id is 'The declaration';
comment on column incident.amendment.version is 'From 2';
comment on column incident.amendment.at is 'When';

create table incident.move (
    id uuid primary key,
    declaration_id uuid not null references incident.incident_declaration,
    from_incident uuid not null references incident.incident,
    to_incident uuid not null references incident.incident,
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index move_from on incident.move (from_incident);
create index move_to on incident.move (to_incident);
comment on table incident.move is 'Declarations that joined another incident';
comment on column incident.move.id is 'UUIDv7';
comment on column incident.move.declaration_id is 'The declaration';
comment on column incident.move.from_incident is 'Where it was';
comment on column incident.move.to_incident is 'Where it went';
comment on column incident.move.at is 'When';
comment on column incident.move.by_account is 'Who; null for Beffroi itself';
comment on column incident.move.by_name is 'Name at that time';

create table incident.merger (
    incident_id uuid primary key references incident.incident,
    into_incident uuid not null references incident.incident,
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index merger_into on incident.merger (into_incident);
comment on table incident.merger is 'Incidents that ended because all their declarations joined another';
comment on column incident.merger.incident_id is 'The one that ended';
comment on column incident.merger.into_incident is 'The one that goes on';
comment on column incident.merger.at is 'When';
comment on column incident.merger.by_account is 'Who; null for Beffroi itself';
comment on column incident.merger.by_name is 'Name at that time';

create table incident.assignment (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    assignee uuid,
    assignee_name text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz
);
create unique index assignment_live on incident.assignment (incident_id) where ended_at is null;
create index assignment_incident on incident.assignment (incident_id);
create index assignment_assignee on incident.assignment (assignee) where ended_at is null;
comment on table incident.assignment is 'Who of the desk has an incident in hand';
comment on column incident.assignment.id is 'UUIDv7';
comment on column incident.assignment.incident_id is 'The incident';
comment on column incident.assignment.assignee is 'Account; null for Beffroi itself';
comment on column incident.assignment.assignee_name is 'Name at that time';
comment on column incident.assignment.at is 'Since when';
comment on column incident.assignment.by_account is 'Who gave it';
comment on column incident.assignment.by_name is 'Name at that time';
comment on column incident.assignment.ended_at is 'When it was handed over; null: has it';

create table incident.triage (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    in_scope boolean not null,
    major boolean not null,
    grade text,
    rsit text,
    causes text[] not null,
    origin text,
    severity text,
    endangerment text,
    care text,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz
);
create unique index triage_live on incident.triage (incident_id) where ended_at is null;
create index triage_incident on incident.triage (incident_id);
comment on table incident.triage is 'How the desk judges an incident; revised by a new row, the earlier ones stay';
comment on column incident.triage.id is 'UUIDv7';
comment on column incident.triage.incident_id is 'The incident';
comment on column incident.triage.in_scope is 'Whether it is an incident that the desk handles';
comment on column incident.triage.major is 'Major: one or more digital services hit and a degraded mode';
comment on column incident.triage.grade is 'Code of the vocabulary health-code-grade (CSP D.1111-16-2 II)';
comment on column incident.triage.rsit is 'Code of the vocabulary rsit';
comment on column incident.triage.causes is 'Codes of the vocabulary cause';
comment on column incident.triage.origin is 'Code of the vocabulary origin';
comment on column incident.triage.severity is 'Code of the vocabulary severity, a scale of our own';
comment on column incident.triage.endangerment is 'Code of the vocabulary endangerment; replaces what was declared';
comment on column incident.triage.care is 'Code of the vocabulary care-effect; replaces what was declared';
comment on column incident.triage.at is 'When';
comment on column incident.triage.by_account is 'Who; null for Beffroi itself';
comment on column incident.triage.by_name is 'Name at that time';
comment on column incident.triage.ended_at is 'When it was revised; null: holds';

create table incident.note (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    text text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index note_incident on incident.note (incident_id);
comment on table incident.note is 'Notes of the desk, for the desk only';
comment on column incident.note.id is 'UUIDv7';
comment on column incident.note.incident_id is 'The incident';
comment on column incident.note.text is 'As written';
comment on column incident.note.at is 'When';
comment on column incident.note.by_account is 'Who; null for Beffroi itself';
comment on column incident.note.by_name is 'Name at that time';

create table incident.resolution (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    resolved_at timestamptz not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz
);
create unique index resolution_live on incident.resolution (incident_id) where ended_at is null;
create index resolution_incident on incident.resolution (incident_id);
comment on table incident.resolution is 'When the structure worked normally again';
comment on column incident.resolution.id is 'UUIDv7';
comment on column incident.resolution.incident_id is 'The incident';
comment on column incident.resolution.resolved_at is 'Since when all is well';
comment on column incident.resolution.at is 'When the desk recorded it';
comment on column incident.resolution.by_account is 'Who; null for Beffroi itself';
comment on column incident.resolution.by_name is 'Name at that time';
comment on column incident.resolution.ended_at is 'When it was corrected, or the incident reopened; null: holds';

create table incident.closure (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    outcome text not null,
    entry_point text not null,
    entry_point_kind text,
    entry_point_unknown_reason text,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_account uuid,
    ended_by_name text,
    ended_because text,
    check (ended_at is null or (ended_by_name is not null and ended_because is not null))
);
create unique index closure_live on incident.closure (incident_id) where ended_at is null;
create index closure_incident on incident.closure (incident_id);
comment on table incident.closure is 'Being closed is having a live row here; reopening ends it';
comment on column incident.closure.id is 'UUIDv7';
comment on column incident.closure.incident_id is 'The incident';
comment on column incident.closure.outcome is 'Code of the vocabulary outcome';
comment on column incident.closure.entry_point is 'Code of the vocabulary entry-point';
comment on column incident.closure.entry_point_kind is 'Code of the vocabulary entry-point-kind, when found';
comment on column incident.closure.entry_point_unknown_reason is 'Code of the vocabulary entry-point-unknown-reason, when not found';
comment on column incident.closure.at is 'When';
comment on column incident.closure.by_account is 'Who; null for Beffroi itself';
comment on column incident.closure.by_name is 'Name at that time';
comment on column incident.closure.ended_at is 'When it was reopened; null: closed';
comment on column incident.closure.ended_by_account is 'Who reopened it';
comment on column incident.closure.ended_by_name is 'Name at that time';
comment on column incident.closure.ended_because is 'Why, in words';

create table incident.severity_signal (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    severity text not null,
    reason text not null,
    at timestamptz not null,
    unique (incident_id, severity, reason, at)
);
comment on table incident.severity_signal is 'Severities that later modules found out about';
comment on column incident.severity_signal.id is 'UUIDv7';
comment on column incident.severity_signal.incident_id is 'The incident';
comment on column incident.severity_signal.severity is 'Code of the vocabulary severity';
comment on column incident.severity_signal.reason is 'Message key of why';
comment on column incident.severity_signal.at is 'When it was found out';
