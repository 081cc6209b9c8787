create table coordination.reminder (
    obligation_id uuid not null references coordination.obligation,
    step text not null,
    at timestamptz not null,
    primary key (obligation_id, step)
);
comment on table coordination.reminder is 'A structure was reminded of what it must do itself, or a later reminder came at the same time';
comment on column coordination.reminder.obligation_id is 'Of which';
comment on column coordination.reminder.step is 'Key in coordination/reminders.yaml';
comment on column coordination.reminder.at is 'When';
create index obligation_open on coordination.obligation (due_at) where ended_at is null;
comment on index coordination.obligation_open is 'What is still to be told, by when';
