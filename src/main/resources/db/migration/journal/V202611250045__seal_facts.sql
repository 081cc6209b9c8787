create trigger fact_is_not_emptied before truncate on journal.fact
    for each statement execute function journal.refuse_change();
