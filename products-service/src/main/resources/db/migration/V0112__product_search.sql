-- What searches look at: no search has a line break in it, so none is found across name and code. Whoever prepares the database
-- has installed pg_trgm in the schema extensions: only an administrator can.
alter table data_products
    add column search_text text generated always as (lower(name || chr(10) || product_code)) stored;
create index data_products_search on data_products using gin (search_text extensions.gin_trgm_ops);

alter table non_data_products
    add column search_text text generated always as (lower(name || chr(10) || product_code)) stored;
create index non_data_products_search on non_data_products using gin (search_text extensions.gin_trgm_ops);
