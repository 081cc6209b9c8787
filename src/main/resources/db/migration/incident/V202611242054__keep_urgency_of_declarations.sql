alter table incident.incident_declaration add column urgency integer default 0;
comment on column incident.incident_declaration.urgency is 'Copy for the queues of those who do not see every declaration: urgency of its incident as if this were its only declaration; null: the incident is over';

-- Exact where an incident has one declaration. Of several each says what it stated, until the incident is next changed.
update incident.incident_declaration d set urgency = case
        when not i.open then null
        when i.urgency = 0 then 0
        when not exists (select 1 from incident.incident_declaration o
            where o.incident_id = d.incident_id and o.declaration_id <> d.declaration_id) then i.urgency
        else (case d.stated ->> 'endangerment' when 'PROVEN' then 32 when 'POTENTIAL' then 16 else 0 end)
            + (case when d.stated ->> 'state' = 'RESOLVED' then 0 when d.stated ->> 'care' = 'INTERRUPTED' then 8
                when d.stated ->> 'care' = 'DEGRADED' then 4 else 0 end)
            + (case when (d.stated ->> 'helpWanted')::boolean then 2 else 0 end)
            + (i.urgency & 1)
        end
    from incident.incident i where i.id = d.incident_id;

create index incident_declaration_waiting on incident.incident_declaration (region)
    include (incident_id, urgency, declared_at) where urgency is not null;
