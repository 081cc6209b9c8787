-- What is asked of a declaration's kind, by the queue and before anybody is called, is asked of a column.
alter table incident.incident_declaration add column kind text generated always as (stated ->> 'kind') stored;
comment on column incident.incident_declaration.kind is 'Copy of stated: code of the vocabulary declaration-kind; null: an incident';

-- No foreign keys to incidents, which are never deleted: one statement writes many of these rows, and would hold as many incidents in an
-- order of its own, against whoever joins two of them.
create table incident.alarm (
    incident_id uuid primary key,
    level integer not null,
    triage_id uuid,
    waits_since timestamptz
);
create index alarm_waiting on incident.alarm (waits_since) where waits_since is not null;
comment on table incident.alarm is 'How grave an incident was when it was last looked at, so that somebody is called when it becomes major or graver';
comment on column incident.alarm.incident_id is 'The incident';
comment on column incident.alarm.level is 'As org.beffroi.incident.domain.Major has it: the larger, the graver; 0: not major';
comment on column incident.alarm.triage_id is 'The desk''s judgement at that time; null: none';
comment on column incident.alarm.waits_since is 'Since when it waits to be called for; null: it does not';

-- What was open before there were calls is known to the desk.
insert into incident.alarm (incident_id, level, triage_id)
select i.id, (i.urgency & 120)
        | case when t.major or t.severity >= 'S3' then 128 else 0 end
        | case when i.signalled >= 'S4' then 768 when i.signalled = 'S3' then 256 else 0 end, t.id
from incident.incident i left join incident.triage t on t.incident_id = i.id and t.ended_at is null
where i.open;

create table incident.call (
    id uuid primary key,
    world text not null,
    shown_only boolean not null,
    began_at timestamptz not null,
    step integer not null,
    due_at timestamptz,
    ended_at timestamptz,
    ended text check (ended in ('ANSWERED', 'TAKEN', 'OVER')),
    ended_by uuid,
    ended_by_name text,
    check ((ended_at is null) = (ended is null))
);
create unique index call_live on incident.call (world) where ended_at is null;
create index call_began on incident.call (world, began_at);
comment on table incident.call is 'Somebody of the desk is called out of hours, for one major incident or for several that came together';
comment on column incident.call.id is 'UUIDv7';
comment on column incident.call.world is 'Of its incidents';
comment on column incident.call.shown_only is 'In a rehearsal or demonstration: it is shown who would be called, and nobody is';
comment on column incident.call.began_at is 'When the first was called';
comment on column incident.call.step is 'How far it has gone: 1 who is first, 2 the second too, from 3 on the leads too';
comment on column incident.call.due_at is 'When it goes on if nobody answers; null: not any more';
comment on column incident.call.ended_at is 'When somebody answered, or it was needed no more; null: nobody has';
comment on column incident.call.ended is 'ANSWERED: somebody pressed «I have it»; TAKEN: somebody took one of its incidents; OVER: none of them is open any more';
comment on column incident.call.ended_by is 'Who; null: nobody had to';
comment on column incident.call.ended_by_name is 'Name at that time';

create table incident.call_incident (
    call_id uuid not null references incident.call,
    incident_id uuid not null,
    at timestamptz not null,
    primary key (call_id, incident_id)
);
create index call_incident_incident on incident.call_incident (incident_id);
comment on table incident.call_incident is 'For which incidents somebody is called';
comment on column incident.call_incident.call_id is 'The call';
comment on column incident.call_incident.incident_id is 'The incident';
comment on column incident.call_incident.at is 'Since when it is among them';

create table incident.call_step (
    id uuid primary key,
    call_id uuid not null references incident.call,
    step integer not null,
    account_id uuid not null,
    name text not null,
    at timestamptz not null,
    unique (call_id, step, account_id)
);
comment on table incident.call_step is 'Who was called, and when';
comment on column incident.call_step.id is 'UUIDv7; the mail''s own Message-ID is made of it';
comment on column incident.call_step.call_id is 'The call';
comment on column incident.call_step.step is 'At which step';
comment on column incident.call_step.account_id is 'Who';
comment on column incident.call_step.name is 'Name at that time';
comment on column incident.call_step.at is 'When';
