alter table incident.incident_declaration add column provider text;
comment on column incident.incident_declaration.provider is 'Key of the provider that the declarant names, as org.beffroi.incident.domain.ProviderKey makes it; null: none';
create index incident_declaration_provider on incident.incident_declaration (provider, declared_at) where provider is not null;
