alter table correspondence.message add column awaits boolean not null default true;
comment on column correspondence.message.awaits is 'Of the desk: whether an answer is awaited';

create table correspondence.reminder (
    declaration_id uuid not null references correspondence.conversation,
    asked integer not null,
    step text not null,
    at timestamptz not null,
    how text not null check (how in ('WRITTEN', 'CALL', 'PASSED')),
    address text,
    primary key (declaration_id, asked, step)
);
comment on table correspondence.reminder is 'A step of what is done by itself where a structure does not answer';
comment on column correspondence.reminder.declaration_id is 'Whose conversation';
comment on column correspondence.reminder.asked is 'Number of the first message of the desk that has no answer';
comment on column correspondence.reminder.step is 'Key of the step in correspondence/silence.yaml';
comment on column correspondence.reminder.at is 'When';
comment on column correspondence.reminder.how is 'WRITTEN: a message; CALL: the desk is asked to call; PASSED: a later step was due at the same time';
comment on column correspondence.reminder.address is 'To whom its mail went, where that is not whoever declared';

create table correspondence.reminder_pause (
    id uuid primary key,
    declaration_id uuid not null,
    at timestamptz not null,
    account_id uuid,
    name text not null,
    ended_at timestamptz,
    ended_name text
);
create unique index reminder_pause_once on correspondence.reminder_pause (declaration_id) where ended_at is null;
comment on table correspondence.reminder_pause is 'A conversation in which nobody is reminded by itself';
comment on column correspondence.reminder_pause.id is 'UUIDv7';
comment on column correspondence.reminder_pause.declaration_id is 'Whose conversation';
comment on column correspondence.reminder_pause.at is 'Since when';
comment on column correspondence.reminder_pause.account_id is 'Who at the desk decided it';
comment on column correspondence.reminder_pause.name is 'Who decided it, as called then';
comment on column correspondence.reminder_pause.ended_at is 'When it was taken back';
comment on column correspondence.reminder_pause.ended_name is 'Who took it back, as called then';

create index message_awaiting on correspondence.message (written_at) where side = 'DESK' and awaits;
