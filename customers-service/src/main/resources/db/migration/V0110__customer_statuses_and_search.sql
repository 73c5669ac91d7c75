-- Why and since when a customer is what it is.
alter table customers
    add column status_reason     text,
    add column status_changed_at timestamptz,
    add check (status <> 'CANCELLED' or status_reason is not null);

-- Trigrams find a text anywhere in another. The extension is in a database once, for all services: an administrator makes it
-- where all of their migration roles may use it; alone in its database, this service makes it itself.
do $$
declare
    home text;
begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm;
    end if;
    select nspname into strict home
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm';
    execute format('create index customers_search on customers using gin (search_text %I.gin_trgm_ops)', home);
end $$;
