-- Parsed once when it is written, not at each look; and those of open incidents apart, for they are few and sought most.
alter table incident.incident_declaration
    add column words tsvector generated always as (to_tsvector('simple', search)) stored;
comment on column incident.incident_declaration.words is 'What search holds, parsed; kept by the database';

drop index incident.incident_declaration_words;
create index incident_declaration_words on incident.incident_declaration using gin (words);
create index incident_declaration_words_waiting on incident.incident_declaration using gin (words) where urgency is not null;
