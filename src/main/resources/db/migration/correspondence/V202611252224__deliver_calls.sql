alter table correspondence.delivery drop constraint if exists delivery_kind_check;
alter table correspondence.delivery add constraint delivery_kind_check check (kind in ('NOTICE', 'FILED', 'ARRIVED', 'EVENT', 'CALL'));
comment on column correspondence.delivery.kind is 'NOTICE: tells of a message; FILED and ARRIVED: tell the sender of a mail what became of it; EVENT: tells another machine what happened; CALL: tells somebody of the desk that a major incident waits';
comment on column correspondence.delivery.message_id is 'The message, the mail that is answered, the call to another machine, or the step of a call; what goes out bears it';
