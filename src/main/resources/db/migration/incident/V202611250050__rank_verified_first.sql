-- The lowest bit says that it is known to come from the structure; the rules move up by one.
update incident.incident i set urgency = urgency * 2 + case
        when exists (select 1 from incident.resolution r where r.incident_id = i.id and r.ended_at is null) then 0
        when exists (select 1 from incident.incident_declaration d
            where d.incident_id = i.id and d.verified_at is not null) then 1
        else 0 end;
update incident.incident_declaration d set urgency = urgency * 2 + case
        when exists (select 1 from incident.resolution r where r.incident_id = d.incident_id and r.ended_at is null) then 0
        when d.verified_at is not null then 1
        else 0 end
    where urgency is not null;
comment on column incident.incident.urgency is 'Copy for the queue: bit set of the rules of org.beffroi.incident.domain.Urgency, the lowest bit: verified; the larger, the sooner';
