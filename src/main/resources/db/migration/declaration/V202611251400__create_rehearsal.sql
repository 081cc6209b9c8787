create table declaration.rehearsal (
    id uuid primary key,
    number bigint generated always as identity unique,
    name text not null,
    speed int not null,
    code text not null unique,
    opened_at timestamptz not null,
    opened_by uuid not null,
    opened_by_name text not null,
    ended_at timestamptz,
    ended_by_name text,
    check (speed between 1 and 60),
    check ((ended_at is null) = (ended_by_name is null))
);
create index rehearsal_opened on declaration.rehearsal (opened_at desc);
create index declaration_rehearsed on declaration.declaration (world, declared_at desc) where world like 'rehearsal-%';
comment on table declaration.rehearsal is 'What is declared in the world rehearsal-<number> is an exercise: it reaches nobody outside and is in no figure';
comment on column declaration.rehearsal.id is 'UUIDv7';
comment on column declaration.rehearsal.number is 'Names its world';
comment on column declaration.rehearsal.name is 'As typed';
comment on column declaration.rehearsal.speed is 'How many times faster its clocks run';
comment on column declaration.rehearsal.code is 'In the address of its form: whoever has it may declare in the rehearsal';
comment on column declaration.rehearsal.opened_at is 'When';
comment on column declaration.rehearsal.opened_by is 'Account';
comment on column declaration.rehearsal.opened_by_name is 'Name at that time';
comment on column declaration.rehearsal.ended_at is 'Since when nothing can be declared in it any more';
comment on column declaration.rehearsal.ended_by_name is 'Name at that time';
