create table access.reach (
    account_id uuid primary key references access.account,
    phone text,
    email text,
    changed_at timestamptz not null,
    check (phone is not null or email is not null)
);
comment on table access.reach is 'How somebody of the desk wants to be called out of hours; none: by the address used to sign in';
comment on column access.reach.account_id is 'Whose';
comment on column access.reach.phone is 'Telephone, as typed';
comment on column access.reach.email is 'Address other than the one used to sign in';
comment on column access.reach.changed_at is 'When its owner last said so';
