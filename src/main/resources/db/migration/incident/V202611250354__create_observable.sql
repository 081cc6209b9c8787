create table incident.observable (
    id uuid primary key,
    incident_id uuid not null references incident.incident,
    kind text not null,
    value text not null,
    host text,
    tlp text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_account uuid,
    ended_by_name text
);
create unique index observable_once on incident.observable (incident_id, kind, md5(value)) where ended_at is null;
create index observable_value on incident.observable (md5(value)) where ended_at is null;
create index observable_host on incident.observable (host) where ended_at is null and host is not null;

comment on table incident.observable is 'What was seen on machines and networks: addresses, names, hashes; the same in two incidents joins them';
comment on column incident.observable.id is 'UUIDv7';
comment on column incident.observable.incident_id is 'The incident that it was entered for; it is shown with the one that lives on';
comment on column incident.observable.kind is 'IPV4, IPV6, DOMAIN, URL, EMAIL, MD5, SHA1, SHA256, SHA512, CVE';
comment on column incident.observable.value is 'As it is compared: lower case where case does not matter, never defanged';
comment on column incident.observable.host is 'Domain or address that it leads to; null for what leads nowhere, and for what means something else in each network';
comment on column incident.observable.tlp is 'Vocabulary tlp: who may be told';
comment on column incident.observable.at is 'When it was entered';
comment on column incident.observable.by_account is 'Who entered it';
comment on column incident.observable.by_name is 'Who entered it, as called then';
comment on column incident.observable.ended_at is 'When it was found to be none, or another incident’s';
comment on column incident.observable.ended_by_account is 'Who took it away';
comment on column incident.observable.ended_by_name is 'Who took it away, as called then';
