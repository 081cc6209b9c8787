alter table incident.incident_declaration add column withdrawn_at timestamptz;
comment on column incident.incident_declaration.withdrawn_at is 'Since when it is not confirmed: it makes nothing urgent; null: it holds';
