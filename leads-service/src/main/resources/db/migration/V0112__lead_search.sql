-- Trigrams find a text anywhere in another. Whoever prepares the database has installed pg_trgm: only an administrator can.
alter table sales_leads
    add column search_text text generated always as (lower(name || ' ' || coalesce(company_name, '') || ' '
        || coalesce(phone, '') || ' ' || coalesce(email, '') || ' ' || coalesce(address, ''))) stored;
create index sales_leads_search on sales_leads using gin (search_text extensions.gin_trgm_ops);
