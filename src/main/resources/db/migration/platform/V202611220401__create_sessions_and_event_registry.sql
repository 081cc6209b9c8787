create schema if not exists platform;
comment on schema platform is 'Sessions, the registry of events not yet heard, the history of migrations';

create table platform.session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_expiry on platform.session (expiry_time);
create index session_principal on platform.session (principal_name);
comment on table platform.session is 'Open sessions, so that any node can serve anybody (Spring Session)';
comment on column platform.session.primary_id is 'Key within';
comment on column platform.session.session_id is 'What the cookie bears';
comment on column platform.session.creation_time is 'Milliseconds since 1970';
comment on column platform.session.last_access_time is 'Milliseconds since 1970';
comment on column platform.session.max_inactive_interval is 'Seconds';
comment on column platform.session.expiry_time is 'Milliseconds since 1970';
comment on column platform.session.principal_name is 'Account''s address';

create table platform.session_attributes (
    session_primary_id char(36) not null references platform.session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table platform.session_attributes is 'What sessions remember: which account, nothing of its rights';
comment on column platform.session_attributes.session_primary_id is 'The session';
comment on column platform.session_attributes.attribute_name is 'Name';
comment on column platform.session_attributes.attribute_bytes is 'Value, serialised';

create table platform.event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts integer,
    last_resubmission_date timestamptz
);
create index event_publication_open on platform.event_publication (completion_date, publication_date);
-- A publication is found again by its event when it has been heard: without this, a backlog costs its square.
create index event_publication_event on platform.event_publication using hash (serialized_event);
comment on table platform.event_publication is 'Events that a listener has not yet heard to the end (Spring Modulith): written with the change, removed when heard';
comment on column platform.event_publication.id is 'Identifier';
comment on column platform.event_publication.listener_id is 'Who must hear it';
comment on column platform.event_publication.event_type is 'Java class';
comment on column platform.event_publication.serialized_event is 'The event as JSON';
comment on column platform.event_publication.publication_date is 'When it was published';
comment on column platform.event_publication.completion_date is 'When it was heard';
comment on column platform.event_publication.status is 'Published, processing, completed, failed, resubmitted';
comment on column platform.event_publication.completion_attempts is 'How often it was tried';
comment on column platform.event_publication.last_resubmission_date is 'When it was last tried again';

create table platform.demonstration (
    sown_at timestamptz not null,
    done_at timestamptz
);
comment on table platform.demonstration is 'One row when this database holds the demonstration world';
comment on column platform.demonstration.sown_at is 'When its sowing began';
comment on column platform.demonstration.done_at is 'When it was all sown; null when that was cut off, and half a world is there';
