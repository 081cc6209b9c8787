create schema if not exists access;
comment on schema access is 'Accounts, roles, scopes, API tokens, audit trail';

create table access.account (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    roles text[] not null check (cardinality(roles) > 0),
    region text,
    enabled boolean not null default true,
    failures integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null
);
create unique index account_email on access.account (lower(email));
comment on table access.account is 'Somebody who signs in';
comment on column access.account.id is 'UUIDv7';
comment on column access.account.email is 'Address used to sign in, unique whatever the case';
comment on column access.account.name is 'Name shown to colleagues';
comment on column access.account.password_hash is 'Password as encoded by Spring Security, with the algorithm in braces';
comment on column access.account.roles is 'Names of org.beffroi.access.Role';
comment on column access.account.region is 'For an agency: INSEE code of its region';
comment on column access.account.enabled is 'False: cannot sign in, and open sessions lose every right';
comment on column access.account.failures is 'Wrong passwords in a row';
comment on column access.account.locked_until is 'No sign-in before this instant';
comment on column access.account.created_at is 'When the account was opened';

create table access.account_structure (
    account_id uuid not null references access.account,
    structure_id uuid not null,
    primary key (account_id, structure_id)
);
comment on table access.account_structure is 'For which structures a declarant speaks';
comment on column access.account_structure.account_id is 'The declarant';
comment on column access.account_structure.structure_id is 'Identifier in directory.structure';

create table access.api_token (
    id uuid primary key,
    name text not null,
    hash bytea not null unique,
    role text not null,
    region text,
    structures uuid[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
comment on table access.api_token is 'Tokens for machines, scoped like people';
comment on column access.api_token.id is 'UUIDv7';
comment on column access.api_token.name is 'Which machine it is for';
comment on column access.api_token.hash is 'SHA-256 of the token, which itself is never kept';
comment on column access.api_token.role is 'Name of org.beffroi.access.Role';
comment on column access.api_token.region is 'For an agency: INSEE code of its region';
comment on column access.api_token.structures is 'For a declarant: identifiers in directory.structure';
comment on column access.api_token.created_at is 'When it was made';
comment on column access.api_token.expires_at is 'Refused from this instant on';
comment on column access.api_token.revoked_at is 'When it was taken back';

create table access.audit_trail (
    id uuid primary key,
    at timestamptz not null,
    account_id uuid,
    name text not null,
    action text not null,
    subject_kind text not null,
    subject_id uuid
);
create index audit_trail_subject on access.audit_trail (subject_id, at);
create index audit_trail_account on access.audit_trail (account_id, at);
comment on table access.audit_trail is 'Who read or changed what';
comment on column access.audit_trail.id is 'UUIDv7';
comment on column access.audit_trail.at is 'When';
comment on column access.audit_trail.account_id is 'Account or token; null for Beffroi itself';
comment on column access.audit_trail.name is 'Name at that time';
comment on column access.audit_trail.action is 'noun.verb';
comment on column access.audit_trail.subject_kind is 'What sort of thing';
comment on column access.audit_trail.subject_id is 'Which; null for a list';
