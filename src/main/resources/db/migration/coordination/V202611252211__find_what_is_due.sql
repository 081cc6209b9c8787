create index obligation_still on coordination.obligation (coalesce(due_at, starts_at), id) where ended_at is null;
comment on index coordination.obligation_still is 'What is still to be told, what is due first, first';
