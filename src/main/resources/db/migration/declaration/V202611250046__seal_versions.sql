create function declaration.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'declaration.version is append-only: write a new version';
end $$;
create trigger version_is_append_only before update or delete on declaration.version
    for each row execute function declaration.refuse_change();
create trigger version_is_not_emptied before truncate on declaration.version
    for each statement execute function declaration.refuse_change();
