-- The calendar month of an identity: its cap, its top-ups, and how it is closed. A month is always its first day, in the WISP's
-- time zone. All of it happens on the identity's locked row.

alter table identities
    -- What of this month's over-usage a top-up forgave. It stands in extra_bytes too, and is never drawn from top-ups.
    add column forgiven_bytes bigint not null default 0 check (forgiven_bytes >= 0);
alter table usage_months
    add column forgiven_bytes bigint not null default 0 check (forgiven_bytes >= 0);

-- What is left of the top-ups that are good in that month.
create function topups_left(p_account bigint, p_month date) returns bigint language sql stable as $$
    select coalesce(sum(size_bytes - used_bytes), 0)::bigint from topups
    where account_id = p_account and status = 'COMPLETED' and used_bytes < size_bytes and last_month >= p_month
$$;

create function months_after(p_month date, p_months integer) returns date language sql immutable as $$
    select (p_month + make_interval(months => p_months))::date
$$;

-- Draws what was used past the cap in that month from the top-ups that were good then: completed in it or before, as
-- last_month and carry_months say. As far as they go.
-- p_running: the month that is not closed. A top-up that ended before it may have rolled over: what is drawn from it now comes
-- out of the rollover, so only what is left there can be drawn.
create function topups_draw(p_account bigint, p_month date, p_bytes bigint, p_running date) returns void language plpgsql as $$
declare
    t topups;
    rest bigint := p_bytes;
    drawn bigint;
begin
    if rest is null or rest <= 0 then
        return;
    end if;
    for t in select * from topups
        where account_id = p_account and status = 'COMPLETED' and used_bytes < size_bytes and last_month >= p_month
            and months_after(last_month, -carry_months) <= p_month
        order by last_month, topup_id
    loop
        drawn := least(rest, t.size_bytes - t.used_bytes);
        if t.last_month < p_running and t.source <> 'ROLLOVER' then
            drawn := rollover_shrink(p_account, t.last_month, drawn);
        end if;
        update topups set used_bytes = used_bytes + drawn where topup_id = t.topup_id;
        rest := rest - drawn;
        exit when rest = 0;
    end loop;
end $$;

-- Takes so much back from what the month rolled over, but not what closed months have drawn of it. Answers how much it could;
-- all, when nothing rolled over.
create function rollover_shrink(p_account bigint, p_month date, p_bytes bigint) returns bigint language plpgsql as $$
declare
    r topups;
    taken bigint;
begin
    select * into r from topups where account_id = p_account and rollover_of = p_month;
    if not found then
        return p_bytes;
    end if;
    taken := least(p_bytes, r.size_bytes - r.used_bytes);
    if taken = r.size_bytes then
        delete from topups where topup_id = r.topup_id;
    else
        update topups set size_bytes = size_bytes - taken where topup_id = r.topup_id;
    end if;
    return taken;
end $$;

-- Brings the identity's locked row into that month: closes those before it, each once, and answers the row as it is then.
-- Does nothing in the month itself, nor when another replica's clock is ahead.
create function turn_month(i identities, p_month date, p_now timestamptz default now()) returns identities
        language plpgsql as $$
declare
    terms product_terms;
begin
    if i.usage_month >= p_month then
        return i;
    end if;
    if i.usage_month is null then
        i.usage_month := p_month;
    elsif i.kind = 'ACCOUNT' then
        select t.* into terms from data_accounts a join product_terms t on t.product_id = a.product_id
        where a.account_id = i.identity_id;
    end if;
    while i.usage_month < p_month loop
        perform close_month(i, terms.data_cap, coalesce(terms.rollover_months, 0), p_now);
        i.usage_month := months_after(i.usage_month, 1);
        i.month_bytes := 0;
        i.month_seconds := 0;
        i.forgiven_bytes := 0;
    end loop;
    i.extra_bytes := topups_left(i.identity_id, p_month);
    update identities set usage_month = i.usage_month, month_bytes = i.month_bytes, month_seconds = i.month_seconds,
        extra_bytes = i.extra_bytes, forgiven_bytes = i.forgiven_bytes
    where identity_id = i.identity_id;
    return i;
end $$;

-- Writes the running month of the identity down, draws what it used past its cap, and rolls over what it left.
create function close_month(i identities, p_cap bigint, p_rollover_months integer, p_now timestamptz) returns void
        language plpgsql as $$
declare
    unused bigint := greatest(0, p_cap - i.month_bytes);
begin
    -- Months without use tell nothing where there was no cap.
    if i.month_bytes > 0 or i.month_seconds > 0 or p_cap is not null then
        insert into usage_months (identity_id, month, used_bytes, used_seconds, cap_bytes, unused_bytes, forgiven_bytes)
        values (i.identity_id, i.usage_month, i.month_bytes, i.month_seconds, p_cap,
            case when p_cap is not null then unused end, i.forgiven_bytes);
    end if;
    if i.kind <> 'ACCOUNT' then
        return;
    end if;
    perform topups_draw(i.identity_id, i.usage_month, i.month_bytes - p_cap - i.forgiven_bytes, i.usage_month);
    if p_rollover_months > 0 and i.status <> 'CANCELLED' then
        insert into topups (account_id, name, size_bytes, price, source, status, carry_months, requested_at, completed_at,
            last_month, rollover_of)
        select i.identity_id, 'Rollover of ' || to_char(i.usage_month, 'YYYY-MM'), left_over, 0, 'ROLLOVER', 'COMPLETED',
            p_rollover_months - 1, p_now, p_now, months_after(i.usage_month, p_rollover_months), i.usage_month
        from (select coalesce(unused, 0) + coalesce(sum(size_bytes - used_bytes), 0) as left_over
              from topups
              where account_id = i.identity_id and status = 'COMPLETED' and used_bytes < size_bytes
                  and last_month = i.usage_month and source <> 'ROLLOVER') what_is_unused
        where left_over > 0;
    end if;
end $$;

-- What was used in a month that is closed, by an accounting packet that came late: what the month had unused is used then, and
-- has not rolled over; what goes past it is drawn from top-ups. Answers the running month's extra_bytes after it, written too.
create function usage_late(p_identity bigint, p_month date, p_bytes bigint, p_seconds bigint) returns bigint
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
        unused_bytes = greatest(0, usage_months.cap_bytes - usage_months.used_bytes - p_bytes);
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

-- For reads: what top-ups add to the account's cap in that month, as it will be when the months before are closed.
create function topup_extra(p_identity bigint, p_month date) returns bigint language plpgsql stable as $$
declare
    i identities;
    terms product_terms;
    months integer;
    extra bigint;
begin
    select * into i from identities where identity_id = p_identity;
    if i.usage_month is null or i.usage_month >= p_month then
        return i.extra_bytes;
    end if;
    select t.* into terms from data_accounts a join product_terms t on t.product_id = a.product_id
    where a.account_id = p_identity;
    months := case when i.status = 'CANCELLED' then 0 else coalesce(terms.rollover_months, 0) end;
    -- Only the first of the months to close was used: nothing is drawn in the others, and their whole cap is unused.
    with good as (
        select source, last_month, size_bytes - used_bytes as had,
            sum(size_bytes - used_bytes) over (order by last_month, topup_id) as had_so_far
        from topups
        where account_id = p_identity and status = 'COMPLETED' and used_bytes < size_bytes and last_month >= i.usage_month),
    after_it as (
        select source, last_month,
            least(had, greatest(0, had_so_far - greatest(0, coalesce(i.month_bytes - terms.data_cap - i.forgiven_bytes, 0))))
                as remain
        from good),
    closing as (
        select month::date,
            case when month = i.usage_month then greatest(0, terms.data_cap - i.month_bytes) else terms.data_cap end as unused
        from generate_series(i.usage_month::timestamp, months_after(p_month, -1)::timestamp, interval '1 month') month)
    select coalesce((select sum(remain) from after_it where last_month >= p_month), 0)
        + coalesce((select sum(unused) from closing where months_after(month, months) >= p_month), 0)
        + coalesce((select sum(remain) from after_it where last_month < p_month and source <> 'ROLLOVER'
            and months_after(last_month, months) >= p_month), 0)
    into extra;
    return extra;
end $$;
