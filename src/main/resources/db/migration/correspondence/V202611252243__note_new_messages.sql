create table correspondence.text_change (
    position bigint generated always as identity primary key,
    declaration_id uuid not null
);
comment on table correspondence.text_change is 'Conversations in which something was written since they were last read for the index; a row goes when they are read';
comment on column correspondence.text_change.position is 'Order of writing';
comment on column correspondence.text_change.declaration_id is 'The declaration that the conversation is about';
create function correspondence.note_new_message() returns trigger language plpgsql as $$
begin
    insert into correspondence.text_change (declaration_id) select distinct declaration_id from added;
    return null;
end $$;
create trigger text_is_added after insert on correspondence.message
    referencing new table as added for each statement execute function correspondence.note_new_message();
