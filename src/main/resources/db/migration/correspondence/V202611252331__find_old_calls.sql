-- What is old is looked for every two seconds, among all that was posted within thirty days, beside deliveries of all years.
create index webhook_call_at on correspondence.webhook_call (at);
