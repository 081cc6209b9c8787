create table incident.playbook (
    id uuid primary key,
    key text not null,
    english text not null,
    french text,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_name text
);
create unique index playbook_once on incident.playbook (key) where ended_at is null;

comment on table incident.playbook is 'The house’s own playbooks; one with the key of a playbook of the product stands in its place';
comment on column incident.playbook.id is 'UUIDv7';
comment on column incident.playbook.key is 'By which it is called; one at a time';
comment on column incident.playbook.english is 'Markdown with front matter, as it was handed in or made of CACAO';
comment on column incident.playbook.french is 'The same tasks in French; null: shown as they are';
comment on column incident.playbook.at is 'When it was handed in';
comment on column incident.playbook.by_account is 'Who handed it in';
comment on column incident.playbook.by_name is 'Who handed it in, as called then';
comment on column incident.playbook.ended_at is 'When another took its place, or it was taken away';
comment on column incident.playbook.ended_by_name is 'Who took it away, as called then';

create table incident.playbook_run (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    key text not null,
    edition text not null,
    title text not null,
    title_fr text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create unique index playbook_run_once on incident.playbook_run (incident_id, key);

comment on table incident.playbook_run is 'A playbook that is followed in an incident; its tasks are copied, so that a later edition changes nothing';
comment on column incident.playbook_run.id is 'UUIDv7';
comment on column incident.playbook_run.incident_id is 'The incident that it was begun for; it is shown with the one that lives on';
comment on column incident.playbook_run.key is 'Which playbook';
comment on column incident.playbook_run.edition is 'Which edition of it';
comment on column incident.playbook_run.title is 'English title, as it was';
comment on column incident.playbook_run.title_fr is 'French title, as it was';
comment on column incident.playbook_run.at is 'When it was begun';
comment on column incident.playbook_run.by_account is 'Who began it';
comment on column incident.playbook_run.by_name is 'Who began it, as called then';

create table incident.task (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    run_id uuid references incident.playbook_run,
    position integer not null,
    key text not null,
    party text not null,
    due_at timestamptz,
    after text[] not null default '{}',
    title text not null,
    title_fr text not null,
    help text not null default '',
    help_fr text not null default '',
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index task_incident on incident.task (incident_id);

comment on table incident.task is 'Something that has to be done in an incident';
comment on column incident.task.id is 'UUIDv7';
comment on column incident.task.incident_id is 'The incident that it was set for; it is shown with the one that lives on';
comment on column incident.task.run_id is 'The playbook that it comes from; null: set by hand';
comment on column incident.task.position is 'Its place among the tasks of its playbook';
comment on column incident.task.key is 'Its key in the playbook; empty for one that was set by hand';
comment on column incident.task.party is 'Who has to do it: DESK, DIRECTION, IT, CARE, PRIVACY or PROVIDER';
comment on column incident.task.due_at is 'Until when; null: not said';
comment on column incident.task.after is 'Keys of the tasks that come before it';
comment on column incident.task.title is 'English, as it was';
comment on column incident.task.title_fr is 'French, as it was';
comment on column incident.task.help is 'English help, Markdown, as it was';
comment on column incident.task.help_fr is 'French help, Markdown, as it was';
comment on column incident.task.at is 'When it was set';
comment on column incident.task.by_account is 'Who set it';
comment on column incident.task.by_name is 'Who set it, as called then';

create table incident.task_step (
    id uuid primary key,
    task_id uuid not null references incident.task,
    kind text not null,
    text text not null default '',
    at timestamptz not null,
    by_account uuid,
    by_name text not null
);
create index task_step_task on incident.task_step (task_id, at);

comment on table incident.task_step is 'What became of a task; the last word on it holds';
comment on column incident.task_step.id is 'UUIDv7';
comment on column incident.task_step.task_id is 'Which task';
comment on column incident.task_step.kind is 'OWNED, DONE, NOT_APPLICABLE or REOPENED';
comment on column incident.task_step.text is 'Whose it is, or why';
comment on column incident.task_step.at is 'When';
comment on column incident.task_step.by_account is 'Who said so';
comment on column incident.task_step.by_name is 'Who said so, as called then';
