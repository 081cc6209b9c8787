create table correspondence.incoming (
    id uuid primary key,
    message_id text not null unique,
    sent_at timestamptz not null,
    received_at timestamptz not null,
    from_address text not null,
    from_name text not null,
    subject text not null,
    text text not null,
    dropped text[] not null,
    ended text check (ended in ('DECLARED', 'JOINED', 'DISMISSED', 'AUTOMATIC', 'BOUNCE')),
    declaration_id uuid,
    ended_at timestamptz,
    ended_by uuid,
    ended_by_name text,
    check ((ended is null) = (ended_at is null))
);
create index incoming_waiting on correspondence.incoming (received_at) where ended is null;
comment on table correspondence.incoming is 'A mail that came to the desk''s mailbox; it waits for somebody until it has ended';
comment on column correspondence.incoming.id is 'UUIDv7';
comment on column correspondence.incoming.message_id is 'Its Message-ID: fetched twice, it is one';
comment on column correspondence.incoming.sent_at is 'When, as it says itself';
comment on column correspondence.incoming.received_at is 'When it was fetched';
comment on column correspondence.incoming.from_address is 'From whom, as it says itself; may be empty';
comment on column correspondence.incoming.from_name is 'Name of the sender, as it says itself; may be empty';
comment on column correspondence.incoming.subject is 'As it stands there';
comment on column correspondence.incoming.text is 'In words, without what it quotes';
comment on column correspondence.incoming.dropped is 'Names of files that were too many or too large to be kept';
comment on column correspondence.incoming.ended is 'DECLARED: written down as a declaration; JOINED: put into a conversation; DISMISSED: left; AUTOMATIC: written by a machine; BOUNCE: says that a mail of ours did not arrive';
comment on column correspondence.incoming.declaration_id is 'Where it was put';
comment on column correspondence.incoming.ended_at is 'When';
comment on column correspondence.incoming.ended_by is 'By whom; null: by itself';
comment on column correspondence.incoming.ended_by_name is 'Name at that time';

create table correspondence.incoming_file (
    incoming_id uuid not null references correspondence.incoming,
    place int not null,
    file_id uuid not null references files.file,
    password text not null,
    primary key (incoming_id, place)
);
comment on table correspondence.incoming_file is 'A file that came with a mail';
comment on column correspondence.incoming_file.incoming_id is 'With which';
comment on column correspondence.incoming_file.place is 'From 0';
comment on column correspondence.incoming_file.file_id is 'The file''s';
comment on column correspondence.incoming_file.password is 'Opens the archive in which it is given out';

alter table correspondence.delivery drop constraint delivery_message_id_fkey;
alter table correspondence.delivery add column kind text not null default 'NOTICE' check (kind in ('NOTICE', 'FILED', 'ARRIVED'));
alter table correspondence.delivery add column bounced_at timestamptz;
alter table correspondence.delivery alter column reference drop not null;
comment on column correspondence.delivery.message_id is 'The message, or the mail that is answered; this mail''s own Message-ID is made of it';
comment on column correspondence.delivery.kind is 'NOTICE: tells of a message; FILED and ARRIVED: tell the sender of a mail what became of it';
comment on column correspondence.delivery.bounced_at is 'When a mail server said that it did not arrive after all';
comment on column correspondence.delivery.reference is 'Number of the declaration, as the mail names it; null where there is none yet';
