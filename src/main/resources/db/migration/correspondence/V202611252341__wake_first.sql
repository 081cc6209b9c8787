create index delivery_call on correspondence.delivery (way, due_at) where kind = 'CALL' and due_at is not null;
comment on index correspondence.delivery_call is 'What wakes somebody goes before all that waits';
