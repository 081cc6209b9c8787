create table declaration.withdrawal (
    id uuid primary key,
    declaration_id uuid not null references declaration.declaration,
    reason text not null,
    words text not null,
    at timestamptz not null,
    by_account uuid,
    by_name text not null,
    author text not null,
    ended_at timestamptz,
    ended_by_account uuid,
    ended_by_name text,
    check ((ended_at is null) = (ended_by_name is null))
);
create unique index withdrawal_live on declaration.withdrawal (declaration_id) where ended_at is null;
create index withdrawal_declaration on declaration.withdrawal (declaration_id);
comment on table declaration.withdrawal is 'A declaration was not confirmed: what was said stays, and counts no more while the row has not ended';
comment on column declaration.withdrawal.id is 'UUIDv7';
comment on column declaration.withdrawal.declaration_id is 'Which';
comment on column declaration.withdrawal.reason is 'Code of the vocabulary withdrawal-reason';
comment on column declaration.withdrawal.words is 'What was said of it; may be empty';
comment on column declaration.withdrawal.at is 'When';
comment on column declaration.withdrawal.by_account is 'Who; null for whoever holds the secret link';
comment on column declaration.withdrawal.by_name is 'Name at that time; empty for whoever holds the secret link';
comment on column declaration.withdrawal.author is 'GUEST, ACCOUNT or DESK';
comment on column declaration.withdrawal.ended_at is 'When it was said to hold after all';
comment on column declaration.withdrawal.ended_by_account is 'By whom; null for whoever holds the secret link';
comment on column declaration.withdrawal.ended_by_name is 'Name at that time';
