create table incident.saved_view (
    id uuid primary key,
    account_id uuid not null,
    account_name text not null,
    name text not null,
    shared boolean not null,
    address text not null,
    at timestamptz not null,
    ended_at timestamptz
);
create unique index saved_view_once on incident.saved_view (account_id, lower(name)) where ended_at is null;
create index saved_view_shared on incident.saved_view (shared) where ended_at is null;

comment on table incident.saved_view is 'What somebody of the desk looks at again and again in the queue';
comment on column incident.saved_view.id is 'UUIDv7';
comment on column incident.saved_view.account_id is 'Whose it is';
comment on column incident.saved_view.account_name is 'Whose it is, as called then';
comment on column incident.saved_view.name is 'As they call it';
comment on column incident.saved_view.shared is 'Whether all of the desk see it';
comment on column incident.saved_view.address is 'The filters as they stand in the queue’s address; read again each time, so that one that is not valid any more is refused';
comment on column incident.saved_view.at is 'When it was kept';
comment on column incident.saved_view.ended_at is 'When it was taken away, or another took its name';
