-- Words alone, as the queue looks for them: what stood between them tells nothing.
update incident.incident_declaration set search = trim(regexp_replace(search, '[^[:alnum:]]+', ' ', 'g'));
create index incident_declaration_words on incident.incident_declaration using gin (to_tsvector('simple', search));
comment on column incident.incident_declaration.search is 'Words of name, town, FINESS number and reference, folded, one blank between them: what the queue is searched by, from the beginning of each word';
