-- What staff ask of data accounts.
alter table data_accounts
    add column status_reason     text,
    add column status_changed_at timestamptz;

-- Searches by any part of a username; pg_trgm is in the schema extensions, as an administrator has installed it.
create index data_accounts_username on data_accounts using gin (lower(username) extensions.gin_trgm_ops);

-- Vouchers are many and accounts few, so how often a status occurs depends on the kind.
create statistics identities_kind_status (dependencies, mcv) on kind, status from identities;

-- Not unique: when two customers swap codes, one change arrives before the other.
create index customers_accounting_code on customers (lower(accounting_code));

-- An account as people see it. Customer and product are replicas: an account is shown without them too.
create view account_rows as
select a.account_id, i.kind, i.status, a.username, a.customer_id, c.accounting_code, c.name as customer_name,
       c.status as customer_status, a.product_id, t.product_code, t.name as product_name, t.price as product_price,
       a.price as agreed_price, a.static_ip, a.comment, a.created_at, a.changed_at, a.status_reason, a.status_changed_at
from data_accounts a
join identities i on i.identity_id = a.account_id
left join customers c on c.customer_id = a.customer_id
left join product_terms t on t.product_id = a.product_id;

-- Puts every running session of these customers' accounts into the outbox. Their identities are locked first, each until the
-- transaction ends: a login or an accounting packet comes before it, and its session is seen, or after it, and sees the customer's
-- new status.
create function disconnect_customers(p_customers bigint[], p_reason text, p_now timestamptz) returns integer language plpgsql as $$
declare
    added integer;
begin
    perform from identities
    where identity_id in (select account_id from data_accounts where customer_id = any (p_customers))
    order by identity_id
    for no key update;
    insert into nas_outbox (identity_id, session_id, month, kind, reason, created_at, next_attempt_at)
    select s.identity_id, s.session_id, s.month, 'DISCONNECT', p_reason, p_now, p_now
    from data_accounts a
    join radius_sessions s on s.identity_id = a.account_id
    where a.customer_id = any (p_customers) and s.ended_at is null and s.started_at is not null
    on conflict (identity_id, session_id, kind) where done_at is null do nothing;
    get diagnostics added = row_count;
    return added;
end $$;
