-- Whoever indexes texts reads here what has changed. Nothing is noted when a declaration comes in: openings are read by their identifiers.
create table incident.text_change (
    position bigint generated always as identity primary key,
    incident_id uuid,
    declaration_id uuid,
    whole boolean not null default false
);
comment on table incident.text_change is 'Texts that have changed since they were last read for the index; a row goes when they are read';
comment on column incident.text_change.position is 'Order of writing';
comment on column incident.text_change.incident_id is 'The incident whose own texts have changed';
comment on column incident.text_change.declaration_id is 'Or the declaration whose texts have';
comment on column incident.text_change.whole is 'All declarations of the incident, for it was opened or closed';

create function incident.note_changed_text() returns trigger language plpgsql as $$
begin
    insert into incident.text_change (incident_id) select distinct incident_id from changed;
    return null;
end $$;
create function incident.note_changed_evidence() returns trigger language plpgsql as $$
begin
    insert into incident.text_change (incident_id, declaration_id) select distinct incident_id, declaration_id from changed;
    return null;
end $$;
create function incident.note_changed_declaration() returns trigger language plpgsql as $$
begin
    insert into incident.text_change (declaration_id) values (new.declaration_id);
    return null;
end $$;
create function incident.note_changed_state() returns trigger language plpgsql as $$
begin
    insert into incident.text_change (incident_id, whole) values (new.id, true);
    return null;
end $$;

create trigger text_is_added after insert on incident.note
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.log_entry
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_changed after update on incident.log_entry
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.observable
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_changed after update on incident.observable
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.tag
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_changed after update on incident.tag
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.technique
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_changed after update on incident.technique
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.task
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.handover
    referencing new table as changed for each statement execute function incident.note_changed_text();
create trigger text_is_added after insert on incident.evidence
    referencing new table as changed for each statement execute function incident.note_changed_evidence();
create trigger text_is_changed after update on incident.incident_declaration
    for each row when (old.incident_id <> new.incident_id or old.version <> new.version or old.search <> new.search
        or old.region is distinct from new.region or old.structure_id is distinct from new.structure_id)
    execute function incident.note_changed_declaration();
create trigger state_is_changed after update on incident.incident
    for each row when (old.open <> new.open) execute function incident.note_changed_state();
