-- Who holds an identity for long (a session left open, a replica that died with its connection) must hold up nobody else: accounting
-- packets share transactions, and a login that waits for ever keeps a connection. All shorter than vouchers-service's patience
-- (skytill.radius.patience): a packet of a batch may wait twice, in its batch and by itself.
do $$
declare
    f record;
begin
    for f in select p.oid::regprocedure as signature, bounded.wait
        from pg_proc p
        join (values ('radius_usage', '500ms'), ('radius_login', '2s'), ('radius_give_back', '2s'), ('radius_nas_reset', '2s'))
            bounded (name, wait) on bounded.name = p.proname
        where p.pronamespace = current_schema()::regnamespace
    loop
        execute format('alter function %s set lock_timeout = %L', f.signature, f.wait);
    end loop;
end $$;
