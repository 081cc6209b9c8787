create table declaration.transcription (
    declaration_id uuid primary key references declaration.declaration,
    taken_by uuid,
    taken_by_name text not null,
    explanation text
);
comment on table declaration.transcription is 'A declaration that was told to the desk, by telephone, by e-mail or on paper, and taken down there: when it was said is the declaration''s declared_at, when it was taken down its received_at';
comment on column declaration.transcription.declaration_id is 'The declaration';
comment on column declaration.transcription.taken_by is 'Account or token of the desk';
comment on column declaration.transcription.taken_by_name is 'Its name that day';
comment on column declaration.transcription.explanation is 'Why it was said before it was found; null otherwise';

alter table declaration.version add column made_as text;
comment on column declaration.version.made_as is 'From version 2: ACCOUNT or DESK; null for a guest by the secret link, and for what was written before this column was';
