create table correspondence.webhook (
    id uuid primary key,
    name text not null,
    host text not null,
    address text not null,
    secret text not null,
    old_secret text,
    old_secret_until timestamptz,
    rehearsals boolean not null,
    made_at timestamptz not null,
    account_id uuid,
    made_by text not null,
    failing_since timestamptz,
    ended text check (ended in ('STOPPED', 'FAILING')),
    ended_at timestamptz,
    ended_by text,
    check ((ended is null) = (ended_at is null))
);
comment on table correspondence.webhook is 'Another machine that is told what happens here';
comment on column correspondence.webhook.id is 'UUIDv7';
comment on column correspondence.webhook.name is 'Whose machine it is, as typed';
comment on column correspondence.webhook.host is 'Scheme, host and port of its address: what may be shown';
comment on column correspondence.webhook.address is 'The whole address, locked with the house''s keys';
comment on column correspondence.webhook.secret is 'By which events are signed, locked with the house''s keys';
comment on column correspondence.webhook.old_secret is 'The one before, locked';
comment on column correspondence.webhook.old_secret_until is 'Until when the one before signs too';
comment on column correspondence.webhook.rehearsals is 'Whether it is told of rehearsals';
comment on column correspondence.webhook.made_at is 'When it was registered: of what happened before it is told nothing';
comment on column correspondence.webhook.account_id is 'Who registered it';
comment on column correspondence.webhook.made_by is 'Name at that time';
comment on column correspondence.webhook.failing_since is 'Since when nothing was taken that was posted; null: the last one was';
comment on column correspondence.webhook.ended is 'STOPPED by somebody, or FAILING for a week; null: it goes on';
comment on column correspondence.webhook.ended_at is 'When';
comment on column correspondence.webhook.ended_by is 'Who stopped it; null: by itself';

create table correspondence.webhook_call (
    id uuid primary key,
    webhook_id uuid not null references correspondence.webhook,
    event_id uuid not null,
    kind text not null,
    reference text,
    at timestamptz not null,
    body text not null,
    answer text,
    unique (webhook_id, event_id)
);
create index webhook_call_last on correspondence.webhook_call (webhook_id, id desc);
comment on table correspondence.webhook_call is 'An event on its way to another machine; its delivery bears the same identifier. Gone after thirty days';
comment on column correspondence.webhook_call.id is 'UUIDv7; that of its row in correspondence.delivery';
comment on column correspondence.webhook_call.webhook_id is 'Who is told';
comment on column correspondence.webhook_call.event_id is 'The event''s: the same for all who are told, however often it is heard';
comment on column correspondence.webhook_call.kind is 'What happened: incident.closed';
comment on column correspondence.webhook_call.reference is 'Of the declaration or incident; null: a test';
comment on column correspondence.webhook_call.at is 'When it happened';
comment on column correspondence.webhook_call.body is 'JSON, as it is signed and posted: identifiers, references, times and links';
comment on column correspondence.webhook_call.answer is 'To the last attempt: a status, or NO_ANSWER, NO_NAME, FORBIDDEN, TLS; null: not tried';

create table correspondence.webhook_bookmark (
    name text primary key,
    incident_id uuid not null
);
comment on table correspondence.webhook_bookmark is 'How far the openings of incidents are read, for webhooks';
comment on column correspondence.webhook_bookmark.name is 'newest: to the end; sure: so far behind that nothing is committed before it any more';
comment on column correspondence.webhook_bookmark.incident_id is 'The last one read, in schema incident';
insert into correspondence.webhook_bookmark (name, incident_id)
values ('newest', '00000000-0000-0000-0000-000000000000'), ('sure', '00000000-0000-0000-0000-000000000000');

alter table correspondence.delivery drop constraint delivery_kind_check;
alter table correspondence.delivery add constraint delivery_kind_check check (kind in ('NOTICE', 'FILED', 'ARRIVED', 'EVENT'));
comment on column correspondence.delivery.kind is 'NOTICE: tells of a message; FILED and ARRIVED: tell the sender of a mail what became of it; EVENT: tells another machine what happened';
