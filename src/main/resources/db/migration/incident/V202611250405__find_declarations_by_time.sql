create index incident_declaration_at on incident.incident_declaration (declared_at);
