-- Completing top-ups, and closing the months of accounts that nothing comes from.

-- Lists of completed top-ups are in the order in which they were completed.
create index topups_completed_account on topups (account_id, completed_at, topup_id) where status = 'COMPLETED';
create index topups_completed_source on topups (source, completed_at, topup_id) where status = 'COMPLETED';

create view topup_rows as
select t.*, a.username from topups t join data_accounts a on a.account_id = t.account_id;

-- Applies a top-up that was asked for, once: answers whether it did. p_month is the month of p_now.
-- On a soft cap the product may forgive what was used past it: else that counts against the top-up, and nothing is to be done.
create function topup_complete(p_topup bigint, p_now timestamptz, p_month date, p_by text) returns boolean language plpgsql as $$
declare
    i identities;
    terms product_terms;
    added bigint;
    over bigint;
begin
    -- The identity first, as everybody does.
    select * into i from identities where identity_id = (select account_id from topups where topup_id = p_topup)
    for no key update;
    i := turn_month(i, p_month, p_now);
    update topups set status = 'COMPLETED', decided_at = p_now, decided_by = p_by, completed_at = p_now,
        last_month = months_after(i.usage_month, carry_months)
    where topup_id = p_topup and status in ('REQUESTED', 'PAID')
    returning size_bytes into added;
    if added is null then
        return false;
    end if;
    select t.* into terms from data_accounts a join product_terms t on t.product_id = a.product_id
    where a.account_id = i.identity_id;
    over := case when terms.add_overusage_on_topup and coalesce(terms.capped_download_kbps, terms.capped_upload_kbps) is not null
        then greatest(0, i.month_bytes - terms.data_cap - i.extra_bytes) else 0 end;
    update identities set extra_bytes = extra_bytes + over + added, forgiven_bytes = forgiven_bytes + over
    where identity_id = i.identity_id;
    return true;
end $$;

-- Brings accounts into that month, a bounded number at a time, and answers how many; replicas pass over each other's rows. One
-- that was added a moment ago, and has no month yet, begins in the month of its creation.
create function turn_months(p_month date, p_now timestamptz, p_zone text, p_limit integer) returns integer language plpgsql as $$
declare
    i identities;
    turned integer := 0;
begin
    for i in select * from identities
        where kind = 'ACCOUNT' and usage_month is null
        limit p_limit for no key update skip locked
    loop
        perform turn_month(i, coalesce((select date_trunc('month', created_at at time zone p_zone)::date from data_accounts
            where account_id = i.identity_id), p_month), p_now);
        turned := turned + 1;
    end loop;
    for i in select * from identities
        where kind = 'ACCOUNT' and usage_month < p_month
        order by usage_month limit p_limit for no key update skip locked
    loop
        perform turn_month(i, p_month, p_now);
        turned := turned + 1;
    end loop;
    return turned;
end $$;

-- As before, but a month without a cap stays without one: it has nothing unused.
-- What was used in a month that is closed, by an accounting packet that came late: what the month had unused is used then, and
-- has not rolled over; what goes past it is drawn from top-ups. Answers the running month's extra_bytes after it, written too.
create or replace function usage_late(p_identity bigint, p_month date, p_bytes bigint, p_seconds bigint) returns bigint
        language plpgsql as $$
declare
    i identities;
    m usage_months;
    unused bigint;
    excess bigint;
begin
    select * into i from identities where identity_id = p_identity for no key update;
    if i.usage_month is null or p_month >= i.usage_month then
        raise exception 'Month % of identity % is not closed', p_month, p_identity;
    end if;
    select * into m from usage_months where identity_id = p_identity and month = p_month;
    insert into usage_months (identity_id, month, used_bytes, used_seconds) values (p_identity, p_month, p_bytes, p_seconds)
    on conflict (identity_id, month) do update set
        used_bytes = usage_months.used_bytes + p_bytes,
        used_seconds = usage_months.used_seconds + p_seconds,
        unused_bytes = case when usage_months.cap_bytes is not null
            then greatest(0, usage_months.cap_bytes - usage_months.used_bytes - p_bytes) end;
    if m.cap_bytes is null or p_bytes = 0 then
        return i.extra_bytes;
    end if;
    unused := least(p_bytes, m.unused_bytes);
    excess := greatest(0, m.used_bytes + p_bytes - m.cap_bytes - m.forgiven_bytes)
        - greatest(0, m.used_bytes - m.cap_bytes - m.forgiven_bytes);
    -- What was unused, but has been used since as rollover, has to come from elsewhere.
    excess := excess + unused - rollover_shrink(p_identity, p_month, unused);
    perform topups_draw(p_identity, p_month, excess, i.usage_month);
    update identities set extra_bytes = topups_left(p_identity, i.usage_month) + i.forgiven_bytes
    where identity_id = p_identity
    returning extra_bytes into i.extra_bytes;
    return i.extra_bytes;
end $$;
