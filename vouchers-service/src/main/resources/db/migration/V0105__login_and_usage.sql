-- The engine for all three kinds of identities. Functions with new parameters have new names: replicas of the version before go
-- on calling theirs while both run.

-- An identity with the terms in force in its columns: a data account's are its product's as the replica has them now.
-- The row itself is not changed.
create function identity_terms(i identities, p product_terms) returns identities language plpgsql immutable as $$
begin
    i.download_kbps := p.download_kbps;
    i.upload_kbps := p.upload_kbps;
    i.capped_download_kbps := p.capped_download_kbps;
    i.capped_upload_kbps := p.capped_upload_kbps;
    i.fup_speed_limit_policy_id := p.fup_speed_limit_policy_id;
    i.fup_speed_boost_policy_id := p.fup_speed_boost_policy_id;
    i.data_quota := p.data_cap;
    i.max_devices := coalesce(p.max_devices, 1);
    return i;
end $$;

-- Bytes left of the quota or of this month's cap, below zero past it; null when unlimited.
create function identity_data_left(i identities) returns bigint language sql immutable as $$
    select case when i.kind = 'ACCOUNT' then i.data_quota + i.extra_bytes - i.month_bytes else i.data_quota - i.used_bytes end
$$;

-- Whether the speed falls when the data are used, instead of access ending (domain rule: soft cap).
create function identity_soft(i identities) returns boolean language sql immutable as $$
    select i.capped_download_kbps is not null or i.capped_upload_kbps is not null
$$;

-- Why an identity can't be used any more at that instant; null when it can.
create or replace function identity_spent(i identities, p_now timestamptz) returns text language sql immutable as $$
    select case
        when i.kind = 'ACCOUNT' then
            case when identity_data_left(i) <= 0 and not identity_soft(i) then 'CAP_REACHED' end
        when i.used_bytes >= i.data_quota and not identity_soft(i) or i.used_seconds >= i.time_quota_seconds then 'USED_UP'
        when i.expires_at < p_now + interval '1 second' then 'EXPIRED'
        when i.status = 'UNUSED' and i.use_before <= p_now then 'EXPIRED'
    end
$$;

-- Bytes, both directions, of a rolling window: the five minutes that now lies in, and those before.
create function usage_window(p_identity bigint, p_window_seconds bigint, p_now timestamptz) returns bigint
        language plpgsql stable as $$
declare
    since timestamptz := date_bin('5 minutes', p_now, 'epoch') - make_interval(secs => p_window_seconds - 300);
    first_hour timestamptz := since - interval '1 hour';
begin
    return (select coalesce(sum(case
            when u.hour >= since or u.five_minutes is null then u.bytes_up + u.bytes_down
            else (select sum(f.bytes) from unnest(u.five_minutes) with ordinality f (bytes, n)
                  where u.hour + (f.n - 1) * interval '5 minutes' >= since)
        end), 0)
        from usage_hours u
        where u.identity_id = p_identity and u.hour > first_hour and u.hour <= p_now);
end $$;

-- Adds a packet's growth to its hour.
create function usage_hour_add(p_identity bigint, p_hour timestamptz, p_at timestamptz, p_up bigint, p_down bigint,
        p_seconds bigint, p_fine boolean) returns void language plpgsql as $$
declare
    slot integer := extract(epoch from p_at - p_hour)::integer / 300 + 1;
    fine bigint[];
begin
    if p_fine then
        fine := array_fill(0::bigint, array[12]);
        fine[slot] := p_up + p_down;
    end if;
    insert into usage_hours as u (identity_id, hour, bytes_up, bytes_down, seconds, five_minutes)
    values (p_identity, p_hour, p_up, p_down, p_seconds, fine)
    on conflict (identity_id, hour) do update set
        bytes_up = u.bytes_up + excluded.bytes_up,
        bytes_down = u.bytes_down + excluded.bytes_down,
        seconds = u.seconds + excluded.seconds,
        five_minutes = case when u.five_minutes is null then null else
            u.five_minutes[:slot - 1] || (u.five_minutes[slot] + p_up + p_down) || u.five_minutes[slot + 1:] end;
end $$;

-- Writes what the allocation in use has come to back to its row, and empties the identity's columns.
create function prepaid_put_back(i identities) returns identities language plpgsql as $$
begin
    if i.allocation_id is null then
        return i;
    end if;
    update prepaid_allocations set
        used_bytes = i.used_bytes,
        used_seconds = i.used_seconds,
        first_used_at = i.first_used_at,
        expires_at = i.expires_at,
        status = case when i.first_used_at is null then 'UNUSED' else 'ACTIVE' end
    where allocation_id = i.allocation_id;
    update identities set allocation_id = null, data_quota = null, time_quota_seconds = null, validity_seconds = null,
        validity_starts = null, download_kbps = null, upload_kbps = null, capped_download_kbps = null,
        capped_upload_kbps = null, fup_speed_limit_policy_id = null, fup_speed_boost_policy_id = null,
        first_used_at = null, expires_at = null, used_bytes = 0, used_seconds = 0
    where identity_id = i.identity_id
    returning * into i;
    return i;
end $$;

-- Whether the account has data at full speed beyond the allocation in use.
create function prepaid_has_more(i identities, p_now timestamptz) returns boolean language sql stable as $$
    select exists (select from prepaid_allocations
        where account_id = i.identity_id and status in ('UNUSED', 'ACTIVE') and allocation_id is distinct from i.allocation_id
            and (expires_at is null or expires_at >= p_now + interval '1 second')
            and (data_quota is null or used_bytes < data_quota))
$$;

-- Whether the allocation in use is to make way: it is over, or it goes on slowly while there are data at full speed.
create function prepaid_makes_way(i identities, p_now timestamptz) returns boolean language sql stable as $$
    select identity_spent(i, p_now) is not null
        or (coalesce(i.used_bytes >= i.data_quota, false) and prepaid_has_more(i, p_now))
$$;

-- Puts the open allocation that expires first into the identity; those that are spent or expired are written down as that. Its
-- allocation_id is null afterwards when there is none. A soft-capped one whose data are used comes after the others.
create function prepaid_next(i identities, p_now timestamptz) returns identities language plpgsql as $$
declare
    before identities := i;
    a prepaid_allocations;
    spent text := identity_spent(i, p_now);
begin
    i := prepaid_put_back(i);
    if spent is not null then
        update prepaid_allocations set status = spent where allocation_id = before.allocation_id;
    end if;
    update prepaid_allocations set status = 'EXPIRED'
    where account_id = i.identity_id and status in ('UNUSED', 'ACTIVE') and expires_at < p_now + interval '1 second';
    select * into a from prepaid_allocations
    where account_id = i.identity_id and status in ('UNUSED', 'ACTIVE')
    order by coalesce(used_bytes >= data_quota, false), expires_at, allocation_id limit 1;
    if not found then
        return i;
    end if;
    update identities set
        allocation_id = a.allocation_id, data_quota = a.data_quota, time_quota_seconds = a.time_quota_seconds,
        validity_seconds = a.validity_seconds, validity_starts = a.validity_starts, max_devices = a.max_devices,
        download_kbps = a.download_kbps, upload_kbps = a.upload_kbps, capped_download_kbps = a.capped_download_kbps,
        capped_upload_kbps = a.capped_upload_kbps, fup_speed_limit_policy_id = a.fup_speed_limit_policy_id,
        fup_speed_boost_policy_id = a.fup_speed_boost_policy_id, first_used_at = a.first_used_at,
        expires_at = a.expires_at, used_bytes = a.used_bytes, used_seconds = a.used_seconds
    where identity_id = i.identity_id
    returning * into i;
    return i;
end $$;

-- The first use starts a voucher's or an allocation's lifetime. Changes the identity's copy only.
create function identity_first_use(i identities, p_at timestamptz) returns identities language plpgsql immutable as $$
begin
    if i.kind = 'VOUCHER' and i.status = 'UNUSED' then
        i.status := 'ACTIVE';
    elsif i.kind <> 'PREPAID' or i.allocation_id is null or i.first_used_at is not null then
        return i;
    end if;
    i.first_used_at := p_at;
    if i.validity_starts = 'FIRST_USE' then
        i.expires_at := p_at + make_interval(secs => i.validity_seconds);
    end if;
    return i;
end $$;

-- A login: checks it, starts the lifetime at the first use, claims a device's place, and returns all that the answer needs.
-- A voucher's password is decided by the caller. An account's is decided here by its digest, or else by the caller: the
-- outcome is VERIFY then, with the sealed password, and the caller comes again with it in p_verified once it fits.
create function radius_login(p_login_keys text[], p_voucher_fits boolean, p_password_mac text, p_verified text,
        p_now timestamptz, p_this_month date, p_device text, p_calling_station text, p_nas_identifier text,
        p_nas_address text, p_live_window interval, p_claim_window interval,
        out outcome text, out kind text, out password_sealed text, out identity_id bigint, out session_id bigint,
        out month date, out data_left bigint, out seconds_left bigint, out ends_at timestamptz, out static_ip text,
        out download_kbps integer, out upload_kbps integer, out capped_download_kbps integer,
        out capped_upload_kbps integer, out data_cap bigint, out cap_passed boolean, out limit_policy_id bigint,
        out boost_policy_id bigint, out window_bytes bigint)
        language plpgsql as $$
#variable_conflict use_column
declare
    i identities;
    d data_accounts;
    p product_terms;
    customer_status text;
    spent text;
    used identities;
begin
    select * into i from identities where login_key = any (p_login_keys)
    order by array_position(p_login_keys, login_key) limit 1
    for no key update;
    if not found then
        outcome := 'UNKNOWN';
        return;
    end if;
    kind := i.kind;
    if i.kind = 'VOUCHER' then
        if not p_voucher_fits then
            outcome := 'WRONG_PASSWORD';
            return;
        end if;
    else
        select data_accounts.* into d from data_accounts where account_id = i.identity_id;
        password_sealed := d.password_sealed;
        if d.password_mac is distinct from p_password_mac and d.password_sealed is distinct from p_verified then
            outcome := 'VERIFY';
            return;
        end if;
        select status into customer_status from customers where customer_id = d.customer_id;
        if i.status = 'ACTIVE' and customer_status <> 'ACTIVE' then
            outcome := customer_status;
            return;
        end if;
        static_ip := d.static_ip;
    end if;
    if i.status not in ('UNUSED', 'ACTIVE') then
        outcome := i.status;
        return;
    end if;

    i := turn_month(i, p_this_month, p_now);
    if i.kind = 'ACCOUNT' then
        select product_terms.* into p from product_terms where product_id = d.product_id;
        if not found then    -- Nothing is let in without its limits.
            outcome := 'NO_TERMS';
            return;
        end if;
        i := identity_terms(i, p);
    elsif i.kind = 'PREPAID' and (i.allocation_id is null or prepaid_makes_way(i, p_now)) then
        i := prepaid_next(i, p_now);
        if i.allocation_id is null then
            outcome := 'NO_DATA';
            return;
        end if;
    end if;
    spent := identity_spent(i, p_now);
    if spent is not null then
        if i.kind = 'VOUCHER' then
            update identities set status = spent where identity_id = i.identity_id;
        end if;
        outcome := spent;
        return;
    end if;
    if other_devices(i.identity_id, p_device, null, p_now, p_live_window, p_claim_window) >= i.max_devices then
        outcome := 'TOO_MANY_DEVICES';
        return;
    end if;

    -- The same device again: what it had before is over, and shows itself if it is not. What it got since, is not: this login
    -- was held up then, the router has asked again, and only that answer is in use.
    if p_device <> '' then
        update radius_sessions s set ended_at = p_now, end_kind = 'REPLACED'
        from (select session_id, month from radius_sessions
              where identity_id = i.identity_id and ended_at is null and device = p_device and opened_at <= p_now
              order by session_id for update) before
        where s.identity_id = i.identity_id and s.session_id = before.session_id and s.month = before.month;
    end if;
    used := identity_first_use(i, p_now);
    if used.first_used_at is distinct from i.first_used_at then
        i := used;
        update identities set status = i.status, first_used_at = i.first_used_at, expires_at = i.expires_at
        where identity_id = i.identity_id;
    end if;
    session_id := nextval('radius_session_ids');
    month := date_trunc('month', p_now at time zone 'UTC');
    insert into radius_sessions (identity_id, session_id, month, device, calling_station, nas_identifier, nas_address,
        opened_at, heard_at, download_kbps, upload_kbps)
    values (i.identity_id, session_id, month, p_device, p_calling_station, p_nas_identifier, p_nas_address, p_now, p_now,
        i.download_kbps, i.upload_kbps);

    outcome := 'ACCEPTED';
    identity_id := i.identity_id;
    ends_at := i.expires_at;
    if not identity_soft(i) then
        data_left := identity_data_left(i);
    end if;
    seconds_left := i.time_quota_seconds - i.used_seconds;
    if i.kind = 'PREPAID' and prepaid_has_more(i, p_now) then
        select * into data_left, seconds_left, ends_at from prepaid_together(i, p_now);
    end if;
    download_kbps := i.download_kbps;
    upload_kbps := i.upload_kbps;
    capped_download_kbps := i.capped_download_kbps;
    capped_upload_kbps := i.capped_upload_kbps;
    data_cap := i.data_quota;
    cap_passed := coalesce(identity_data_left(i) <= 0, false);
    limit_policy_id := i.fup_speed_limit_policy_id;
    boost_policy_id := i.fup_speed_boost_policy_id;
    window_bytes := policy_window(i, p_now);
end $$;

-- What a prepaid account's open allocations give together, one after another: a session goes on from one to the next. An end
-- that depends on use is given as late as it may come; what ends before is decided when it does.
create function prepaid_together(i identities, p_now timestamptz, out data_left bigint, out seconds_left bigint,
        out ends_at timestamptz) language sql stable as $$
    with open as (
        select data_quota - used_bytes as bytes, time_quota_seconds - used_seconds as seconds, expires_at, validity_seconds,
            capped_download_kbps is not null or capped_upload_kbps is not null as soft
        from prepaid_allocations
        where account_id = i.identity_id and status in ('UNUSED', 'ACTIVE') and allocation_id <> i.allocation_id
            and (expires_at is null or expires_at >= p_now + interval '1 second')
        union all
        select i.data_quota - i.used_bytes, i.time_quota_seconds - i.used_seconds, i.expires_at, i.validity_seconds,
            identity_soft(i))
    select case when not bool_or(bytes is null or soft) then greatest(sum(bytes), 0) end,
        case when not bool_or(seconds is null) then greatest(sum(seconds), 0) end,
        case when not bool_or(expires_at is null and validity_seconds is null) then
            coalesce(max(expires_at), p_now)
                + make_interval(secs => coalesce(sum(validity_seconds) filter (where expires_at is null), 0)) end
    from open
$$;

-- What was used in the window of the identity's speed limit policy; null without one.
create function policy_window(i identities, p_now timestamptz) returns bigint language plpgsql stable as $$
declare
    seconds bigint;
begin
    if i.fup_speed_limit_policy_id is null then
        return null;
    end if;
    select window_seconds into seconds from fup_speed_limit_policies where policy_id = i.fup_speed_limit_policy_id;
    return usage_window(i.identity_id, seconds, p_now);
end $$;

-- Counts use against the allocations in turn: each takes what it has room for, and the last one what is too much.
create function prepaid_spend(i identities, p_bytes bigint, p_seconds bigint, p_now timestamptz) returns identities
        language plpgsql as $$
declare
    bytes bigint;
    seconds bigint;
begin
    if i.allocation_id is null then
        i := prepaid_next(i, p_now);
    end if;
    while i.allocation_id is not null loop
        i := identity_first_use(i, p_now);
        bytes := p_bytes;
        seconds := p_seconds;
        -- What was used slowly is not charged to what goes fast.
        if identity_spent_by(i, p_bytes, p_seconds) and prepaid_has_more(i, p_now)
                and not (identity_soft(i) and i.used_bytes >= i.data_quota) then
            bytes := least(p_bytes, greatest(coalesce(i.data_quota - i.used_bytes, p_bytes), 0));
            seconds := least(p_seconds, greatest(coalesce(i.time_quota_seconds - i.used_seconds, p_seconds), 0));
        end if;
        i.used_bytes := i.used_bytes + bytes;
        i.used_seconds := i.used_seconds + seconds;
        p_bytes := p_bytes - bytes;
        p_seconds := p_seconds - seconds;
        update identities set used_bytes = i.used_bytes, used_seconds = i.used_seconds,
            first_used_at = i.first_used_at, expires_at = i.expires_at
        where identity_id = i.identity_id;
        exit when p_bytes = 0 and p_seconds = 0 and not prepaid_makes_way(i, p_now);
        i := prepaid_next(i, p_now);
    end loop;
    return i;
end $$;

-- Whether so much more is more than the quota has room for.
create function identity_spent_by(i identities, p_bytes bigint, p_seconds bigint) returns boolean language sql immutable as $$
    select coalesce(i.used_bytes + p_bytes > i.data_quota, false)
        or coalesce(i.used_seconds + p_seconds > i.time_quota_seconds, false)
$$;

-- An accounting packet: finds its session, lets its counters grow, adds the growth to what the identity used, and decides.
-- The outcome is UNKNOWN when there is no such identity, else STORED, or DISCONNECTING when it put sessions into the outbox.
-- While the session goes on, what its speed depends on is answered beside it. One that was taken for ended and is resumed may
-- have missed a change of its speed that waited then.
-- p_usage_month and p_usage_hour are those of the event, p_this_month that of now, all of the WISP's time zone.
create function radius_usage(p_kind text, p_identity bigint, p_class_session bigint, p_class_month date,
        p_login_keys text[], p_now timestamptz, p_event_at timestamptz, p_usage_month date, p_usage_hour timestamptz,
        p_this_month date, p_unique_id text, p_acct_session_id text, p_user_name text, p_device text,
        p_calling_station text, p_nas_identifier text, p_nas_address text, p_framed_ip text, p_in bigint,
        p_in_wide boolean, p_out bigint, p_out_wide boolean, p_seconds bigint, p_cause text, p_live_window interval,
        p_claim_window interval,
        out outcome text, out resumed boolean, out identity_id bigint, out session_id bigint, out month date,
        out told_download_kbps integer,
        out told_upload_kbps integer, out download_kbps integer, out upload_kbps integer,
        out capped_download_kbps integer, out capped_upload_kbps integer, out data_cap bigint, out cap_passed boolean,
        out limit_policy_id bigint, out boost_policy_id bigint, out window_bytes bigint)
        language plpgsql as $$
#variable_conflict use_column
declare
    i identities;
    p product_terms;
    s radius_sessions;
    product bigint;
    customer_status text;
    began timestamptz := p_event_at - make_interval(secs => coalesce(p_seconds, 0));
    age integer;
    counted boolean;
    grown_in bigint;
    grown_out bigint;
    grown_seconds bigint;
    spent text;
    sent integer := 0;
begin
    if p_identity is not null then
        select * into i from identities where identity_id = p_identity for no key update;
    end if;
    if i.identity_id is null then
        select * into i from identities where login_key = any (p_login_keys)
        order by array_position(p_login_keys, login_key) limit 1
        for no key update;
    end if;
    if i.identity_id is null then
        outcome := 'UNKNOWN';
        return;
    end if;

    s := radius_session_of(i.identity_id, case when i.identity_id = p_identity then p_class_session end, p_class_month,
        p_unique_id, p_device, p_nas_identifier, p_kind, began, p_seconds);
    if s.session_id is null then
        s.identity_id := i.identity_id;
        s.session_id := nextval('radius_session_ids');
        s.month := date_trunc('month', p_now at time zone 'UTC');
        s.bytes_in := 0;
        s.bytes_out := 0;
        s.seconds := 0;
        insert into radius_sessions (identity_id, session_id, month, device, opened_at, heard_at)
        values (s.identity_id, s.session_id, s.month, p_device, began, p_event_at);
        s.device := p_device;
        counted := false;
    else
        counted := s.ended_at is null and s.heard_at
            > p_now - case when s.started_at is null then p_claim_window else p_live_window end;
    end if;

    age := case when p_seconds is not null then sign(p_seconds - s.seconds)
        when p_event_at > s.heard_at then 1 else -1 end;
    grown_in := radius_counter(s.bytes_in, p_in, p_in_wide, age) - s.bytes_in;
    grown_out := radius_counter(s.bytes_out, p_out, p_out_wide, age) - s.bytes_out;
    grown_seconds := greatest(s.seconds, p_seconds) - s.seconds;

    -- Only a Stop is final. Any other end was a guess, and is wrong when the session shows life after it.
    if p_kind = 'STOP' then
        if s.end_kind is distinct from 'STOP' then
            s.ended_at := p_event_at;
            s.end_kind := 'STOP';
            s.terminate_cause := p_cause;
        end if;
    elsif s.end_kind <> 'STOP' and p_event_at > s.ended_at then
        resumed := true;
        s.ended_at := null;
        s.end_kind := null;
    end if;
    update radius_sessions set
        acct_unique_id = p_unique_id,
        acct_session_id = p_acct_session_id,
        user_name = coalesce(p_user_name, user_name),
        nas_identifier = coalesce(p_nas_identifier, nas_identifier),
        nas_address = coalesce(p_nas_address, nas_address),
        calling_station = coalesce(p_calling_station, calling_station),
        framed_ip = coalesce(p_framed_ip, framed_ip),
        started_at = least(started_at, began),
        heard_at = greatest(heard_at, p_event_at),
        ended_at = s.ended_at,
        end_kind = s.end_kind,
        terminate_cause = s.terminate_cause,
        bytes_in = bytes_in + grown_in,
        bytes_out = bytes_out + grown_out,
        seconds = seconds + grown_seconds
    where identity_id = s.identity_id and session_id = s.session_id and month = s.month;

    i := turn_month(i, p_this_month, p_now);
    if i.kind = 'PREPAID' then
        if i.status = 'ACTIVE' then
            i := prepaid_spend(i, grown_in + grown_out, grown_seconds, p_now);
        end if;
    elsif i.kind = 'VOUCHER' then
        i.used_bytes := i.used_bytes + grown_in + grown_out;
        i.used_seconds := i.used_seconds + grown_seconds;
        i := identity_first_use(i, began);    -- A session without a login of ours is a first use too.
        if i.status = 'ACTIVE' then
            i.status := coalesce(identity_spent(i, p_now), i.status);
        end if;
    end if;
    if p_usage_month = i.usage_month then
        i.month_bytes := i.month_bytes + grown_in + grown_out;
        i.month_seconds := i.month_seconds + grown_seconds;
    end if;
    update identities set used_bytes = i.used_bytes, used_seconds = i.used_seconds, month_bytes = i.month_bytes,
        month_seconds = i.month_seconds, status = i.status, first_used_at = i.first_used_at, expires_at = i.expires_at
    where identity_id = i.identity_id;
    if p_usage_month < i.usage_month and (grown_in > 0 or grown_out > 0 or grown_seconds > 0) then
        perform usage_late(i.identity_id, p_usage_month, grown_in + grown_out, grown_seconds);
        select extra_bytes into i.extra_bytes from identities where identity_id = i.identity_id;
    end if;

    if i.kind <> 'VOUCHER' then
        select d.product_id, c.status into product, customer_status
        from data_accounts d left join customers c on c.customer_id = d.customer_id
        where d.account_id = i.identity_id;
    end if;
    if i.kind = 'ACCOUNT' then
        select product_terms.* into p from product_terms where product_id = product;
        i := identity_terms(i, p);
    end if;
    if grown_in > 0 or grown_out > 0 or grown_seconds > 0 then
        perform usage_hour_add(i.identity_id, p_usage_hour, p_event_at, grown_in, grown_out, grown_seconds,
            i.fup_speed_limit_policy_id is not null);
    end if;

    spent := case
        when i.status <> 'ACTIVE' then i.status
        when customer_status <> 'ACTIVE' then 'CUSTOMER_' || customer_status
        when i.kind = 'PREPAID' and i.allocation_id is null then 'NO_DATA'
        when i.kind = 'ACCOUNT' then identity_spent(i, p_now)
    end;
    if p_kind = 'STOP' then
        update nas_outbox set done_at = p_now, last_result = 'stopped'
        where identity_id = s.identity_id and session_id = s.session_id and done_at is null;
    elsif s.ended_at is null and not counted and spent is null then
        sent := radius_readmit(i, s, p_now, p_live_window, p_claim_window);
    end if;
    if spent is not null then
        sent := disconnect_sessions(i.identity_id, null, lower(spent), p_now);
    end if;
    outcome := case when sent > 0 then 'DISCONNECTING' else 'STORED' end;
    if s.ended_at is not null or spent is not null or sent > 0 then
        return;
    end if;
    identity_id := s.identity_id;
    session_id := s.session_id;
    month := s.month;
    told_download_kbps := s.download_kbps;
    told_upload_kbps := s.upload_kbps;
    download_kbps := i.download_kbps;
    upload_kbps := i.upload_kbps;
    capped_download_kbps := i.capped_download_kbps;
    capped_upload_kbps := i.capped_upload_kbps;
    data_cap := i.data_quota;
    cap_passed := coalesce(identity_data_left(i) <= 0, false);
    limit_policy_id := i.fup_speed_limit_policy_id;
    boost_policy_id := i.fup_speed_boost_policy_id;
    window_bytes := policy_window(i, p_now);
end $$;

-- Gives a claim back that was refused after all. If it was the first use, there was none.
create or replace function radius_give_back(p_identity bigint, p_session bigint, p_month date, p_now timestamptz)
        returns boolean language plpgsql as $$
declare
    claimed timestamptz;
begin
    perform from identities where identity_id = p_identity for no key update;
    update radius_sessions set ended_at = p_now, end_kind = 'GIVEN_BACK'
    where identity_id = p_identity and session_id = p_session and month = p_month
        and started_at is null and ended_at is null
    returning opened_at into claimed;
    if claimed is null then
        return false;
    end if;
    update identities set status = case when kind = 'VOUCHER' then 'UNUSED' else status end, first_used_at = null,
        expires_at = case when validity_starts = 'ISSUE' then expires_at end
    where identity_id = p_identity and status = 'ACTIVE' and first_used_at = claimed and used_bytes = 0
        and not exists (select from radius_sessions where identity_id = p_identity and started_at is not null)
        and not exists (select from radius_sessions where identity_id = p_identity and ended_at is null);
    return true;
end $$;

-- What has reached the end of its lifetime while it is active: a voucher expires, a prepaid account goes on with its next
-- allocation, and sessions with nothing left are disconnected. A bounded number at a time; replicas pass over each other's rows.
create or replace function expire_due(p_now timestamptz, p_limit integer) returns integer language plpgsql as $$
declare
    due identities;
    expired integer := 0;
begin
    for due in select * from identities
        where status = 'ACTIVE' and expires_at <= p_now
        order by expires_at limit p_limit
        for no key update skip locked
    loop
        if due.kind = 'PREPAID' then
            due := prepaid_next(due, p_now);
            if due.allocation_id is null then
                perform disconnect_sessions(due.identity_id, null, 'no_data', p_now);
            end if;
        else
            update identities set status = 'EXPIRED' where identity_id = due.identity_id;
            perform disconnect_sessions(due.identity_id, null, 'expired', p_now);
        end if;
        expired := expired + 1;
    end loop;
    return expired;
end $$;

-- Sessions that were not heard from for so long that they are gone, and claims that no session followed: ended, so that they
-- are not looked at for ever. Undone when one shows life. The identity is locked first, as everywhere.
create function end_silent(p_live_since timestamptz, p_claimed_since timestamptz, p_now timestamptz, p_limit integer)
        returns integer language plpgsql as $$
declare
    silent bigint;
    ended integer := 0;
begin
    for silent in select distinct identity_id from (
            select identity_id from radius_sessions
            where ended_at is null and heard_at < case when started_at is null then p_claimed_since else p_live_since end
            limit p_limit) found
        order by identity_id
    loop
        perform from identities where identity_id = silent for no key update skip locked;
        if found then
            ended := ended + end_sessions(array(select s from radius_sessions s
                where identity_id = silent and ended_at is null
                    and heard_at < case when started_at is null then p_claimed_since else p_live_since end
                order by session_id for update), 'STALE', p_now, p_now);
        end if;
    end loop;
    return ended;
end $$;
