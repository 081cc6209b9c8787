comment on column incident.incident_declaration.stated_at is 'Since when it says of care, of patients and of its state what it says now';
