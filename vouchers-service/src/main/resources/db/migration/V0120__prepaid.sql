-- Prepaid data: giving them to an account, and on to another.

-- Lists are in the order of allocation.
create index prepaid_allocations_allocated on prepaid_allocations (allocated_at, allocation_id);
create index prepaid_allocations_status on prepaid_allocations (status, allocated_at, allocation_id);
create index prepaid_allocations_product on prepaid_allocations (product_id, allocated_at, allocation_id);
create index product_terms_sold on product_terms (kind, status, product_id);

create index prepaid_allocations_waiting on prepaid_allocations (allocated_at, allocation_id)
    where status in ('UNUSED', 'ACTIVE');

-- The counters of the allocation in use are those of its account's identity, and its first use shows there alone. An end by use is
-- written down at once, one by time later.
create view prepaid_allocation_rows as
select a.allocation_id, a.account_id, d.username, a.product_id, a.product_code, a.product_name, a.price, a.comment,
    a.status as stored_status,
    case when a.status = 'UNUSED' and c.first_used_at is not null then 'ACTIVE' else a.status end as status,
    a.download_kbps, a.upload_kbps, a.capped_download_kbps, a.capped_upload_kbps, a.fup_speed_limit_policy_id,
    a.fup_speed_boost_policy_id, a.data_quota, a.time_quota_seconds, a.validity_seconds, a.validity_starts, a.max_devices,
    a.allocated_at, c.first_used_at, c.expires_at, c.used_bytes, c.used_seconds, u.in_use,
    a.transferred_from, n.allocation_id as transferred_to, a.transferred_at
from prepaid_allocations a
join data_accounts d on d.account_id = a.account_id
join identities i on i.identity_id = a.account_id
left join prepaid_allocations n on n.transferred_from = a.allocation_id
cross join lateral (select i.allocation_id is not distinct from a.allocation_id as in_use) u
cross join lateral (
    select case when u.in_use then i.first_used_at else a.first_used_at end as first_used_at,
        case when u.in_use then i.expires_at else a.expires_at end as expires_at,
        case when u.in_use then i.used_bytes else a.used_bytes end as used_bytes,
        case when u.in_use then i.used_seconds else a.used_seconds end as used_seconds) c;

-- Gives the account the product's data, under its terms as they are now, frozen. What expires first is used first from now on.
create function prepaid_allocate(p_account bigint, p_product bigint, p_price numeric, p_comment text, p_now timestamptz)
        returns bigint language plpgsql as $$
declare
    i identities;
    added bigint;
begin
    select * into i from identities where identity_id = p_account for no key update;
    insert into prepaid_allocations (account_id, product_id, product_code, product_name, price, comment, status, download_kbps,
        upload_kbps, capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id,
        data_quota, time_quota_seconds, validity_seconds, validity_starts, max_devices, allocated_at, expires_at)
    select p_account, product_id, product_code, name, p_price, p_comment, 'UNUSED', download_kbps, upload_kbps,
        capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id, data_cap,
        time_quota_seconds, validity_seconds, validity_starts, coalesce(max_devices, 1), p_now,
        case when validity_starts = 'ISSUE' then p_now + make_interval(secs => validity_seconds) end
    from product_terms where product_id = p_product
    returning allocation_id into added;
    perform prepaid_next(i, p_now);
    return added;
end $$;

-- Gives what is left of an allocation to another account, at the same speed and with the same end; what was used stays. The new
-- one costs nothing: it was paid for. An end that is known is not moved by a first use. Sessions of the old account go on with
-- its next allocation, or are disconnected: answers how many, and the new allocation.
create function prepaid_transfer(p_allocation bigint, p_to bigint, p_comment text, p_now timestamptz,
        out allocation bigint, out disconnecting integer) language plpgsql as $$
declare
    i identities;
    taker identities;
    was_in_use boolean;
begin
    -- Both in the order of their IDs, so that two transfers don't wait for each other.
    perform from identities
    where identity_id in (p_to, (select account_id from prepaid_allocations where allocation_id = p_allocation))
    order by identity_id for no key update;
    select identities.* into i from identities
    where identity_id = (select account_id from prepaid_allocations where allocation_id = p_allocation);
    was_in_use := i.allocation_id is not distinct from p_allocation;
    if was_in_use then
        i := prepaid_put_back(i);
    end if;
    insert into prepaid_allocations (account_id, product_id, product_code, product_name, price, comment, status, download_kbps,
        upload_kbps, capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id,
        data_quota, time_quota_seconds, validity_seconds, validity_starts, max_devices, allocated_at, expires_at,
        transferred_from)
    select p_to, product_id, product_code, product_name, 0, p_comment, 'UNUSED', download_kbps, upload_kbps,
        capped_download_kbps, capped_upload_kbps, fup_speed_limit_policy_id, fup_speed_boost_policy_id,
        data_quota - used_bytes, time_quota_seconds - used_seconds,
        case when expires_at is null then validity_seconds end, case when expires_at is null then validity_starts end,
        max_devices, p_now, expires_at, allocation_id
    from prepaid_allocations where allocation_id = p_allocation
    returning allocation_id into allocation;
    update prepaid_allocations set status = 'TRANSFERRED', transferred_at = p_now where allocation_id = p_allocation;

    disconnecting := 0;
    if was_in_use then
        i := prepaid_next(i, p_now);
        if i.allocation_id is null then
            disconnecting := disconnect_sessions(i.identity_id, null, 'no_data', p_now);
        end if;
    end if;
    select * into taker from identities where identity_id = p_to;
    perform prepaid_next(taker, p_now);
end $$;
