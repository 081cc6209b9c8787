create schema if not exists files;
comment on schema files is 'Files that people hand in, in encrypted pieces';

create table files.file (
    id uuid primary key,
    name text not null,
    media_type text not null,
    length bigint not null check (length > 0),
    received bigint not null default 0 check (received <= length),
    pieces int not null default 0,
    at timestamptz not null,
    key_id text not null,
    key text not null,
    sha256 text,
    damaged boolean not null default false,
    erased_at timestamptz
);
create index file_to_read_back on files.file (at) where received = length and sha256 is null and erased_at is null;
create index file_unfinished on files.file (at) where received < length and erased_at is null;
comment on table files.file is 'A file; what it is of is said by the module that holds its identifier';
comment on column files.file.id is 'UUIDv7';
comment on column files.file.name is 'As its sender called it, without a path';
comment on column files.file.media_type is 'As its sender called it';
comment on column files.file.length is 'Bytes, as announced';
comment on column files.file.received is 'Bytes that are here';
comment on column files.file.pieces is 'How many pieces they are in';
comment on column files.file.at is 'When it was announced';
comment on column files.file.key_id is 'Which of the house''s keys locks the file''s own';
comment on column files.file.key is 'The file''s own key, locked (AES-256-GCM), in Base64';
comment on column files.file.sha256 is 'Of what was read back, in hexadecimal; null before';
comment on column files.file.damaged is 'A piece did not open when it was read back';
comment on column files.file.erased_at is 'When its content was erased';

create table files.piece (
    file_id uuid not null references files.file,
    place int not null,
    locked bytea not null,
    primary key (file_id, place)
);
-- What is encrypted cannot be made smaller: PostgreSQL need not try.
alter table files.piece alter column locked set storage external;
comment on table files.piece is 'At most a mebibyte of a file, encrypted';
comment on column files.piece.file_id is 'Of which file';
comment on column files.piece.place is 'From 0, without a gap';
comment on column files.piece.locked is 'Nonce, content and tag (AES-256-GCM), bound to the file and the place';
