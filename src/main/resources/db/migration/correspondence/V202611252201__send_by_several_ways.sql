alter table correspondence.delivery add column way text not null default 'MAIL' check (way in ('MAIL', 'SMS', 'WEBHOOK'));
alter table correspondence.delivery drop constraint delivery_how_check;
alter table correspondence.delivery add constraint delivery_how_check check (how in ('SMTP', 'HTTP', 'KEPT'));
drop index correspondence.delivery_due;
create index delivery_due on correspondence.delivery (way, due_at) where due_at is not null;
comment on table correspondence.delivery is 'What tells a structure of a message of the desk, and what is posted to other machines; none where no way is known';
comment on column correspondence.delivery.way is 'MAIL, SMS or WEBHOOK';
comment on column correspondence.delivery.address is 'Where it goes, as known when it was written: a mailbox, a number in the form of E.164, or scheme and host';
comment on column correspondence.delivery.how is 'SMTP: a mail server took it; HTTP: an SMS gateway or another machine took it; KEPT: none is named, and nothing was sent';
