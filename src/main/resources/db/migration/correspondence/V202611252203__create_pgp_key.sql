create table correspondence.pgp_key (
    id uuid primary key,
    address text not null,
    armored text not null,
    compared boolean not null,
    kept_at timestamptz not null,
    account_id uuid,
    kept_by text not null,
    ended_at timestamptz,
    ended_by text
);
create unique index pgp_key_live on correspondence.pgp_key (address) where ended_at is null;
comment on table correspondence.pgp_key is 'The OpenPGP key by which mails to an address are encrypted';
comment on column correspondence.pgp_key.id is 'UUIDv7';
comment on column correspondence.pgp_key.address is 'Mailbox, in lower case';
comment on column correspondence.pgp_key.armored is 'The public key, as it was checked';
comment on column correspondence.pgp_key.compared is 'Whether its fingerprint was compared by voice: mails may then hold the message itself';
comment on column correspondence.pgp_key.kept_at is 'When it was entered';
comment on column correspondence.pgp_key.account_id is 'By whom';
comment on column correspondence.pgp_key.kept_by is 'Name at that time';
comment on column correspondence.pgp_key.ended_at is 'When it was taken away, or another one took its place';
comment on column correspondence.pgp_key.ended_by is 'By whom';

alter table correspondence.delivery add column envelope text check (envelope in ('SEALED', 'KEY_NOT_VALID'));
comment on column correspondence.delivery.envelope is 'SEALED: the mail is encrypted; KEY_NOT_VALID: its address has a key that is not valid any more, it went out as to everybody';
