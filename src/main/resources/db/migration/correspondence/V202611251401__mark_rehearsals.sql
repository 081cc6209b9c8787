alter table correspondence.conversation add column rehearsal boolean not null default false;
comment on column correspondence.conversation.rehearsal is 'Of an exercise: no mail leaves, and in the inbox it stands after all others';
