-- An account that was shut as a whole could be kept shut by anybody who knew its address.
alter table access.account drop column failures, drop column locked_until;
alter table access.account add column generation integer not null default 0;
alter table access.account add column must_change_password boolean not null default false;
comment on column access.account.generation is 'Grows when the password changes: sessions that began under an earlier one are over';
comment on column access.account.must_change_password is 'True while the password is one that an administrator handed over';

create table access.sign_in_failure (
    kind text not null check (kind in ('PAIR', 'ACCOUNT', 'ADDRESS')),
    who text not null,
    failures integer not null,
    since timestamptz not null,
    shut_until timestamptz,
    primary key (kind, who)
);
create index sign_in_failure_since on access.sign_in_failure (since);
comment on table access.sign_in_failure is 'Wrong passwords of the last day, so that guessing takes longer each time';
comment on column access.sign_in_failure.kind is 'PAIR: one account from one address; ACCOUNT: from anywhere; ADDRESS: whichever account';
comment on column access.sign_in_failure.who is 'E-mail address as typed, in small letters, network address, or both';
comment on column access.sign_in_failure.failures is 'How many since';
comment on column access.sign_in_failure.since is 'When counting began';
comment on column access.sign_in_failure.shut_until is 'No sign-in before this instant; for ACCOUNT and ADDRESS, none from an address that the account has never used';

create table access.known_address (
    account_id uuid not null references access.account,
    address text not null,
    last_at timestamptz not null,
    primary key (account_id, address)
);
comment on table access.known_address is 'From where an account has signed in within the last 90 days: there it is not held up by what others try elsewhere';
comment on column access.known_address.account_id is 'The account';
comment on column access.known_address.address is 'Network address; of IPv6 the first 64 bits';
comment on column access.known_address.last_at is 'Last sign-in from there';
