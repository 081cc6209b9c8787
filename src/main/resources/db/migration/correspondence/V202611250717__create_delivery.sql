create table correspondence.delivery (
    message_id uuid primary key references correspondence.message,
    reference text not null,
    address text not null,
    created_at timestamptz not null,
    due_at timestamptz,
    attempts integer not null default 0,
    tried_at timestamptz,
    handed_over_at timestamptz,
    how text check (how in ('SMTP', 'KEPT')),
    fault text check (fault in ('UNREACHABLE', 'REFUSED')),
    check ((handed_over_at is null) = (how is null))
);
create index delivery_due on correspondence.delivery (due_at) where due_at is not null;
create index delivery_created on correspondence.delivery (created_at);
comment on table correspondence.delivery is 'The mail that tells a structure of a message of the desk; none where no address is known';
comment on column correspondence.delivery.message_id is 'The message; the mail''s own Message-ID is made of it';
comment on column correspondence.delivery.reference is 'Number of the declaration, as the mail names it';
comment on column correspondence.delivery.address is 'Where it goes, as declared when the message was written';
comment on column correspondence.delivery.created_at is 'When the message was written';
comment on column correspondence.delivery.due_at is 'When it is to be handed over next, or, while somebody is about it, when others may take over; null: never';
comment on column correspondence.delivery.attempts is 'How often it was tried';
comment on column correspondence.delivery.tried_at is 'When it was last tried';
comment on column correspondence.delivery.handed_over_at is 'When it was taken; null: not yet, or never';
comment on column correspondence.delivery.how is 'SMTP: a mail server took it; KEPT: no server is named, and nothing was sent';
comment on column correspondence.delivery.fault is 'Why it was last not taken: UNREACHABLE, or REFUSED for good';
