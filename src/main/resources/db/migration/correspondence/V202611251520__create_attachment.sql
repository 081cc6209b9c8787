create table correspondence.attachment (
    message_id uuid not null references correspondence.message,
    place int not null,
    file_id uuid not null references files.file,
    password text not null,
    primary key (message_id, place)
);
create index attachment_file on correspondence.attachment (file_id);
comment on table correspondence.attachment is 'A file that came with a message';
comment on column correspondence.attachment.message_id is 'With which';
comment on column correspondence.attachment.place is 'From 0';
comment on column correspondence.attachment.file_id is 'The file''s';
comment on column correspondence.attachment.password is 'Opens the archive in which it is given out, where a structure sent it';
