-- Each filter of the audit log, in the order of its pages.
create index update_ledger_operation on update_ledger (operation, update_id);
create index update_ledger_submitter on update_ledger (submitter_username, update_id);
create index update_ledger_client on update_ledger (client_id, update_id);
create index update_ledger_entity on update_ledger (entity, entity_id, update_id);
create index update_ledger_entity_id on update_ledger (entity_id, update_id) where entity_id is not null;
create index update_ledger_submitted on update_ledger (submitted_at);
