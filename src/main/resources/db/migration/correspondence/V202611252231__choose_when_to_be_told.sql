alter table correspondence.conversation add column timing text not null default 'AT_ONCE'
    check (timing in ('AT_ONCE', 'NOT_AT_NIGHT', 'DAILY'));
comment on column correspondence.conversation.timing is 'When the structure wants to be told of a message: AT_ONCE, NOT_AT_NIGHT or DAILY';
alter table correspondence.delivery add column along_with uuid;
create index delivery_along on correspondence.delivery (along_with) where along_with is not null;
create index delivery_waiting on correspondence.delivery (way, address, due_at) where due_at is not null;
comment on column correspondence.delivery.along_with is 'The delivery that told of this message too, in one; null: it went by itself';
