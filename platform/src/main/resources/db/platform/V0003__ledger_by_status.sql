-- What was rejected or withdrawn is rare, and was looked for among everything.
create index update_ledger_status on update_ledger (status, update_id);
