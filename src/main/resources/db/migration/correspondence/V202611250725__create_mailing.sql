create table correspondence.mailing (
    id uuid primary key,
    incident_id uuid not null,
    audience text not null,
    unverified boolean not null,
    language text not null,
    text text not null,
    account_id uuid,
    name text not null,
    ordered_at timestamptz not null,
    idempotency_key text not null unique
);
comment on table correspondence.mailing is 'One message of the desk to many structures of an incident: each gets its own, in its own conversation';
comment on column correspondence.mailing.id is 'UUIDv7; the key of each message that comes of it';
comment on column correspondence.mailing.incident_id is 'The incident, in schema incident';
comment on column correspondence.mailing.audience is 'Whom it was meant for, as org.beffroi.correspondence.domain.Audience';
comment on column correspondence.mailing.unverified is 'Whether also those whose declaration is not known to come from the structure';
comment on column correspondence.mailing.language is 'Of the words that are filled in';
comment on column correspondence.mailing.text is 'With its fields in braces, as it was written';
comment on column correspondence.mailing.account_id is 'Who sent it';
comment on column correspondence.mailing.name is 'The name at that time';
comment on column correspondence.mailing.ordered_at is 'When';
comment on column correspondence.mailing.idempotency_key is 'Made by the sender: sent twice under one key, it is one';

create table correspondence.mailing_recipient (
    mailing_id uuid not null references correspondence.mailing,
    declaration_id uuid not null,
    number integer,
    refused text,
    primary key (mailing_id, declaration_id)
);
create index mailing_recipient_declaration on correspondence.mailing_recipient (declaration_id);
create index mailing_recipient_due on correspondence.mailing_recipient (mailing_id, declaration_id)
    where number is null and refused is null;
comment on table correspondence.mailing_recipient is 'A structure that a mailing goes to, as the audience was when it was sent';
comment on column correspondence.mailing_recipient.mailing_id is 'The mailing';
comment on column correspondence.mailing_recipient.declaration_id is 'The conversation';
comment on column correspondence.mailing_recipient.number is 'Number of the message there; null: not written yet';
comment on column correspondence.mailing_recipient.refused is 'Message key of why it was not written';

create table correspondence.reading (
    declaration_id uuid not null references correspondence.conversation,
    side text not null check (side in ('DESK', 'STRUCTURE')),
    up_to integer not null,
    at timestamptz not null,
    account_id uuid,
    name text not null,
    primary key (declaration_id, side, up_to)
);
comment on table correspondence.reading is 'Who first opened a conversation up to a message: the proof that it was read';
comment on column correspondence.reading.declaration_id is 'The conversation';
comment on column correspondence.reading.side is 'Who read: DESK or STRUCTURE';
comment on column correspondence.reading.up_to is 'Number of the last message that was there';
comment on column correspondence.reading.at is 'When';
comment on column correspondence.reading.account_id is 'Who; null for whoever holds the secret link';
comment on column correspondence.reading.name is 'Name at that time; empty for whoever holds the secret link';
