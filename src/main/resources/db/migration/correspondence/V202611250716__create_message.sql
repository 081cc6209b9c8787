create schema if not exists correspondence;
comment on schema correspondence is 'What the desk and a structure write to each other about a declaration';

create table correspondence.conversation (
    declaration_id uuid primary key,
    read_by_desk integer not null default 0,
    read_by_structure integer not null default 0
);
comment on table correspondence.conversation is 'One for each declaration about which somebody wrote, whatever incident it has joined';
comment on column correspondence.conversation.declaration_id is 'The declaration';
comment on column correspondence.conversation.read_by_desk is 'Number of the last message that the desk has opened; 0: none';
comment on column correspondence.conversation.read_by_structure is 'Number of the last message that the structure has opened; 0: none';

create table correspondence.message (
    id uuid primary key,
    declaration_id uuid not null references correspondence.conversation,
    number integer not null,
    written_at timestamptz not null,
    side text not null check (side in ('DESK', 'STRUCTURE')),
    account_id uuid,
    name text not null,
    text text not null check (char_length(text) between 1 and 4000),
    idempotency_key text not null,
    unique (declaration_id, number),
    unique (declaration_id, side, idempotency_key)
);
comment on table correspondence.message is 'A message. Rows are only added';
comment on column correspondence.message.id is 'UUIDv7';
comment on column correspondence.message.declaration_id is 'The declaration that it is about';
comment on column correspondence.message.number is 'Counts from 1 within the conversation';
comment on column correspondence.message.written_at is 'When it was sent';
comment on column correspondence.message.side is 'Who wrote: DESK or STRUCTURE';
comment on column correspondence.message.account_id is 'Who wrote; null for whoever holds the secret link';
comment on column correspondence.message.name is 'Name at that time; empty for whoever holds the secret link';
comment on column correspondence.message.text is 'What was written';
comment on column correspondence.message.idempotency_key is 'Made by the sender: sent twice under one key, it is one message';

create function correspondence.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'correspondence.message is append-only: write another message';
end $$;
create trigger message_is_append_only before update or delete on correspondence.message
    for each row execute function correspondence.refuse_change();
create trigger message_is_not_emptied before truncate on correspondence.message
    for each statement execute function correspondence.refuse_change();
