alter table access.audit_trail add column detail text;
comment on column access.audit_trail.detail is 'For a list: what was asked for, and how many rows it showed';
create index audit_trail_at on access.audit_trail (at);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'access.audit_trail is append-only';
end $$;
create trigger audit_trail_is_append_only before update or delete on access.audit_trail
    for each row execute function access.refuse_change();
create trigger audit_trail_is_not_emptied before truncate on access.audit_trail
    for each statement execute function access.refuse_change();
