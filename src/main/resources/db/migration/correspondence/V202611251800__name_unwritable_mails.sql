alter table correspondence.delivery drop constraint delivery_fault_check;
alter table correspondence.delivery add constraint delivery_fault_check
    check (fault in ('UNREACHABLE', 'REFUSED', 'UNWRITABLE'));
comment on column correspondence.delivery.fault is
    'Why it was last not taken: UNREACHABLE; UNWRITABLE, by a fault of Beffroi’s own; or REFUSED for good';
