-- Few are of another kind than an incident: they are found at once, whatever view is asked for.
create index incident_declaration_kind on incident.incident_declaration (kind, incident_id) where kind is not null;
