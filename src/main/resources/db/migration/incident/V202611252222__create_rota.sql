create table incident.rota (
    id uuid primary key,
    day date not null,
    part text not null check (part in ('DAY', 'NIGHT')),
    rank smallint not null check (rank in (1, 2)),
    account_id uuid not null,
    account_name text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_by_name text
);
create unique index rota_live on incident.rota (day, part, rank) where ended_at is null;
create index rota_account on incident.rota (account_id, day) where ended_at is null;
comment on table incident.rota is 'Who of the desk is on duty or on call; planned anew by a new row, the earlier ones stay';
comment on column incident.rota.id is 'UUIDv7';
comment on column incident.rota.day is 'Day in Paris on which the slot begins';
comment on column incident.rota.part is 'DAY: the desk''s hours of that day; NIGHT: from their end to their beginning on the next day';
comment on column incident.rota.rank is '1: called first; 2: called when the first does not answer';
comment on column incident.rota.account_id is 'Whose turn it is';
comment on column incident.rota.account_name is 'Name at that time';
comment on column incident.rota.at is 'When it was planned';
comment on column incident.rota.by_account is 'Who planned it; null for Beffroi itself';
comment on column incident.rota.by_name is 'Name at that time';
comment on column incident.rota.ended_at is 'When it was planned otherwise; null: holds';
comment on column incident.rota.ended_by_name is 'Who did';

create table incident.rota_week (
    monday date primary key,
    version integer not null,
    changed_at timestamptz,
    changed_by text
);
comment on table incident.rota_week is 'What is planned together: who changes a week on the strength of an older look at it is told';
comment on column incident.rota_week.monday is 'First day';
comment on column incident.rota_week.version is 'Grows with each change';
comment on column incident.rota_week.changed_at is 'When it was last changed';
comment on column incident.rota_week.changed_by is 'Who did';
