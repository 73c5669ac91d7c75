-- Whom the WISP serves, as customers-service says it; pulled by change number.
create table customers (
    customer_id     bigint primary key,
    accounting_code text not null,
    name            text not null,
    status          text not null check (status in ('ACTIVE', 'SUSPENDED', 'CANCELLED'))
);
insert into replicas (name, changed_since) values ('customers', 0);
