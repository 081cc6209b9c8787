create schema if not exists declaration;
comment on schema declaration is 'What structures declared, version after version';

create sequence declaration.number;
comment on sequence declaration.number is 'Running number of public references';

create table declaration.declaration (
    id uuid primary key,
    year smallint not null,
    number bigint not null unique,
    world text not null,
    channel text not null,
    declared_at timestamptz not null,
    received_at timestamptz not null,
    client text not null,
    idempotency_key text not null,
    body_hash text not null,
    account_id uuid,
    structure_id uuid,
    region text,
    source text,
    versions integer not null default 1,
    unique (client, idempotency_key)
);
create index declaration_structure on declaration.declaration (structure_id, declared_at desc);
create index declaration_latest on declaration.declaration (world, declared_at desc);
create index declaration_region on declaration.declaration (region, declared_at desc);
create index declaration_account on declaration.declaration (account_id, declared_at desc) where account_id is not null;
comment on table declaration.declaration is 'One declaration (CSP D.1111-16-2)';
comment on column declaration.declaration.id is 'UUIDv7';
comment on column declaration.declaration.year is 'Year of the declaration in Paris: first part of the reference';
comment on column declaration.declaration.number is 'Running number: second part of the reference';
comment on column declaration.declaration.world is 'What it is counted with';
comment on column declaration.declaration.channel is 'Vocabulary channel';
comment on column declaration.declaration.declared_at is 'When it was said';
comment on column declaration.declaration.received_at is 'When it was recorded here';
comment on column declaration.declaration.client is 'Account or token that sent it, or guest: scope of the idempotency key';
comment on column declaration.declaration.idempotency_key is 'Made by the sender: sent twice, it is one declaration';
comment on column declaration.declaration.body_hash is 'SHA-256, in hexadecimal, of the answers as sent: the same key with another body is refused';
comment on column declaration.declaration.account_id is 'Account that declared; null for guests and imports';
comment on column declaration.declaration.structure_id is 'Identifier in directory.structure; null while it is not known there';
comment on column declaration.declaration.region is 'INSEE code of the structure''s region, for rights';
comment on column declaration.declaration.source is 'Where an import has it from';
comment on column declaration.declaration.versions is 'How many versions there are';

create table declaration.version (
    declaration_id uuid not null references declaration.declaration,
    version integer not null,
    made_at timestamptz not null,
    made_by uuid,
    edition text not null,
    answers jsonb not null,
    structure jsonb not null,
    primary key (declaration_id, version)
);
comment on table declaration.version is 'What was said, whole, at each time; nothing is overwritten';
comment on column declaration.version.declaration_id is 'The declaration';
comment on column declaration.version.version is 'From 1';
comment on column declaration.version.made_at is 'When';
comment on column declaration.version.made_by is 'Account; null for a guest by the secret link';
comment on column declaration.version.edition is 'Edition of the questionnaire that was answered';
comment on column declaration.version.answers is 'Values by question key';
comment on column declaration.version.structure is 'The structure as it was that day';

create table declaration.verification (
    declaration_id uuid primary key references declaration.declaration,
    verified_at timestamptz not null,
    verified_by uuid,
    how text not null
);
comment on table declaration.verification is 'A declaration is known to come from the structure when it has a row here';
comment on column declaration.verification.declaration_id is 'The declaration';
comment on column declaration.verification.verified_at is 'When';
comment on column declaration.verification.verified_by is 'Account; null for Beffroi itself';
comment on column declaration.verification.how is 'AT_RECEPTION, CALLED_BACK or CONFIRMED';

create table declaration.link_secret (
    only_one boolean primary key check (only_one),
    secret bytea not null
);
comment on table declaration.link_secret is 'Secret from which follow-up links are made';
comment on column declaration.link_secret.only_one is 'Always true: there is one row';
comment on column declaration.link_secret.secret is '32 bytes of strong randomness: three random UUIDs (366 bits), hashed';
insert into declaration.link_secret
values (true, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
