-- Anything else that is billed. Its IDs come from the data products' sequence: a product_id names one product of either sort.
create table non_data_products (
    product_id     bigint         primary key default nextval('data_products_product_id_seq'),
    product_code   text           not null check (product_code !~ '^[0-9]+$'),
    name           text           not null,
    status         text           not null check (status in ('ACTIVE', 'RETIRED')),
    price          numeric(14, 2) not null check (price >= 0),
    billing_period text           not null check (billing_period in ('ONCE', 'MONTHLY', 'YEARLY')),
    group_id       bigint references product_groups,
    type_id        bigint references product_types,
    description    text,
    created_at     timestamptz    not null,
    retired_at     timestamptz,
    check ((status = 'RETIRED') = (retired_at is not null))
);

alter table data_products add column retired_at timestamptz;
alter table data_products add check ((status = 'RETIRED') = (retired_at is not null));

-- The codes of all products, so that none is given twice, in whatever case and of whatever sort, however many add at once.
create table product_codes (
    code       text   primary key,
    product_id bigint not null unique
);

create function keep_product_code() returns trigger language plpgsql set search_path from current as $$
begin
    insert into product_codes values (lower(new.product_code), new.product_id)
    on conflict (product_id) do update set code = excluded.code;
    return null;
end $$;
create trigger data_products_code after insert or update of product_code on data_products
    for each row execute function keep_product_code();
create trigger non_data_products_code after insert or update of product_code on non_data_products
    for each row execute function keep_product_code();

insert into product_codes select lower(product_code), product_id from data_products;

-- Every list is in the order of the IDs, of those products that may be sold.
create index data_products_status on data_products (status, product_id);
create index data_products_kind on data_products (status, kind, product_id);
create index data_products_group on data_products (status, group_id, product_id) where group_id is not null;
create index data_products_type on data_products (status, type_id, product_id) where type_id is not null;
create index non_data_products_status on non_data_products (status, product_id);
create index non_data_products_group on non_data_products (status, group_id, product_id) where group_id is not null;
create index non_data_products_type on non_data_products (status, type_id, product_id) where type_id is not null;

-- What references by code are found by.
create unique index non_data_products_code on non_data_products (lower(product_code));
