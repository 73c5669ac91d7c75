-- A login and an accounting packet are one round trip each. Both lock the identity first: everything about one identity
-- happens one after the other, so that devices and quotas are counted exactly, and no unique index across partitions is needed.

-- Why an unused or active identity can't be used any more at that instant; null when it can.
create function identity_spent(i identities, p_now timestamptz) returns text language sql immutable as $$
    select case
        when i.used_bytes >= i.data_quota or i.used_seconds >= i.time_quota_seconds then 'USED_UP'
        when i.expires_at < p_now + interval '1 second' then 'EXPIRED'
        when i.status = 'UNUSED' and i.use_before <= p_now then 'EXPIRED'
    end
$$;

-- Devices that hold a claim or a live session, other than this one. A device is its calling station; without one, every
-- session is a device of its own. Live: not ended, and heard from within three interim intervals; a claim lives shorter.
create function other_devices(p_identity bigint, p_device text, p_session bigint, p_now timestamptz,
        p_live_window interval, p_claim_window interval) returns integer language sql stable as $$
    select (count(distinct device) filter (where device <> '') + count(*) filter (where device = ''))::integer
    from radius_sessions
    where identity_id = p_identity and ended_at is null
        and (device <> p_device or device = '') and session_id is distinct from p_session
        and heard_at > p_now - case when started_at is null then p_claim_window else p_live_window end
$$;

-- Puts every running session of the identity (or the one) into the outbox, unless it waits there already.
create function disconnect_sessions(p_identity bigint, p_session bigint, p_reason text, p_now timestamptz)
        returns integer language plpgsql as $$
declare
    added integer;
begin
    insert into nas_outbox (identity_id, session_id, month, kind, reason, created_at, next_attempt_at)
    select identity_id, session_id, month, 'DISCONNECT', p_reason, p_now, p_now
    from radius_sessions
    where identity_id = p_identity and ended_at is null and started_at is not null
        and (p_session is null or session_id = p_session)
    on conflict (identity_id, session_id, kind) where done_at is null do nothing;
    get diagnostics added = row_count;
    return added;
end $$;

-- A login: checks it, starts the lifetime at the first use, claims a device's place, and returns all that the answer needs.
create function radius_authorize(p_login_keys text[], p_password_fits boolean, p_now timestamptz, p_device text,
        p_calling_station text, p_nas_identifier text, p_nas_address text, p_live_window interval, p_claim_window interval,
        out outcome text, out identity_id bigint, out session_id bigint, out month date, out data_left bigint,
        out seconds_left bigint, out ends_at timestamptz, out download_kbps integer, out upload_kbps integer)
        language plpgsql as $$
#variable_conflict use_column
declare
    i identities;
    spent text;
begin
    select * into i from identities where login_key = any (p_login_keys)
    order by array_position(p_login_keys, login_key) limit 1
    for no key update;
    if not found then
        outcome := 'UNKNOWN';
        return;
    end if;
    if not p_password_fits then
        outcome := 'WRONG_PASSWORD';
        return;
    end if;
    if i.status in ('UNUSED', 'ACTIVE') then
        spent := identity_spent(i, p_now);
        if spent is not null then
            update identities set status = spent where identity_id = i.identity_id;
            i.status := spent;
        end if;
    end if;
    if i.status not in ('UNUSED', 'ACTIVE') then
        outcome := i.status;
        return;
    end if;
    if other_devices(i.identity_id, p_device, null, p_now, p_live_window, p_claim_window) >= i.max_devices then
        outcome := 'TOO_MANY_DEVICES';
        return;
    end if;

    -- The same device again: what it had before is over, and shows itself if it is not.
    if p_device <> '' then
        update radius_sessions s set ended_at = p_now, end_kind = 'REPLACED'
        from (select session_id, month from radius_sessions
              where identity_id = i.identity_id and ended_at is null and device = p_device
              order by session_id for update) before
        where s.identity_id = i.identity_id and s.session_id = before.session_id and s.month = before.month;
    end if;
    if i.status = 'UNUSED' then
        i.first_used_at := p_now;
        if i.validity_starts = 'FIRST_USE' then
            i.expires_at := p_now + make_interval(secs => i.validity_seconds);
        end if;
        update identities set status = 'ACTIVE', first_used_at = i.first_used_at, expires_at = i.expires_at
        where identity_id = i.identity_id;
    end if;
    session_id := nextval('radius_session_ids');
    month := date_trunc('month', p_now at time zone 'UTC');
    insert into radius_sessions (identity_id, session_id, month, device, calling_station, nas_identifier, nas_address,
        opened_at, heard_at)
    values (i.identity_id, session_id, month, p_device, p_calling_station, p_nas_identifier, p_nas_address, p_now, p_now);

    outcome := 'ACCEPTED';
    identity_id := i.identity_id;
    data_left := i.data_quota - i.used_bytes;
    seconds_left := i.time_quota_seconds - i.used_seconds;
    ends_at := i.expires_at;
    download_kbps := i.download_kbps;
    upload_kbps := i.upload_kbps;
end $$;

-- Gives a claim back that was refused after all. If it was the first use, there was none.
create function radius_give_back(p_identity bigint, p_session bigint, p_month date, p_now timestamptz)
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
    update identities set status = 'UNUSED', first_used_at = null,
        expires_at = case when validity_starts = 'ISSUE' then expires_at end
    where identity_id = p_identity and status = 'ACTIVE' and first_used_at = claimed and used_bytes = 0
        and not exists (select from radius_sessions where identity_id = p_identity and started_at is not null)
        and not exists (select from radius_sessions where identity_id = p_identity and ended_at is null);
    return true;
end $$;

-- A counter's new value: never smaller than before. RFC 2869 §5.1: the attributes hold 32 bits, Gigawords the rest; a router
-- that sends no Gigawords wraps. A smaller value is a wrap when the packet is newer, and an old packet otherwise.
-- p_age: 1 newer than what is stored, 0 as new, -1 older.
create function radius_counter(p_stored bigint, p_reported bigint, p_wide boolean, p_age integer)
        returns bigint language sql immutable as $$
    select case
        when p_reported is null then p_stored
        when p_wide or p_age < 0 then greatest(p_stored, p_reported)
        when (p_stored >> 32 << 32) + p_reported >= p_stored then (p_stored >> 32 << 32) + p_reported
        when p_age > 0 then (p_stored >> 32 << 32) + p_reported + 4294967296
        else p_stored
    end
$$;

-- The row that an accounting packet belongs to; none when it starts a new one.
create function radius_session_of(p_identity bigint, p_class_session bigint, p_class_month date, p_unique_id text,
        p_device text, p_nas_identifier text, p_kind text, p_began timestamptz, p_seconds bigint)
        returns radius_sessions language plpgsql stable as $$
declare
    s radius_sessions;
begin
    if p_class_session is not null then
        select * into s from radius_sessions
        where identity_id = p_identity and session_id = p_class_session and month = p_class_month
            and (acct_unique_id is null or acct_unique_id = p_unique_id);
    end if;
    if s.session_id is null then
        select * into s from radius_sessions
        where identity_id = p_identity and acct_unique_id = p_unique_id
        order by session_id desc limit 1;
    end if;
    -- A router that does not echo Class: the claim of the same device at the same router.
    if s.session_id is null and p_class_session is null then
        select * into s from radius_sessions
        where identity_id = p_identity and ended_at is null and acct_unique_id is null and device = p_device
            and nas_identifier is not distinct from p_nas_identifier
        order by session_id desc limit 1;
    end if;
    -- A session ID that a router uses again, after it started anew: what began a minute after the last sign of the stored
    -- session can't be it, if that one has ended or the counters begin anew.
    if s.acct_unique_id is not null and p_began > s.heard_at + interval '1 minute'
            and (s.ended_at is not null or (p_kind <> 'START' and p_seconds < s.seconds)) then
        return null;
    end if;
    return s;
end $$;

-- An accounting packet: finds its session, lets its counters grow, adds the growth to what the identity used, and decides.
-- Answers UNKNOWN when there is no such identity, else STORED, or DISCONNECTING when it put sessions into the outbox.
create function radius_account(p_kind text, p_identity bigint, p_class_session bigint, p_class_month date,
        p_login_keys text[], p_now timestamptz, p_event_at timestamptz, p_unique_id text, p_acct_session_id text,
        p_user_name text, p_device text, p_calling_station text, p_nas_identifier text, p_nas_address text, p_framed_ip text,
        p_in bigint, p_in_wide boolean, p_out bigint, p_out_wide boolean, p_seconds bigint, p_cause text,
        p_live_window interval, p_claim_window interval) returns text language plpgsql as $$
declare
    i identities;
    s radius_sessions;
    began timestamptz := p_event_at - make_interval(secs => coalesce(p_seconds, 0));
    age integer;
    counted boolean;
    grown_in bigint;
    grown_out bigint;
    grown_seconds bigint;
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
        return 'UNKNOWN';
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

    i.used_bytes := i.used_bytes + grown_in + grown_out;
    i.used_seconds := i.used_seconds + grown_seconds;
    if i.status = 'UNUSED' then    -- A session without a login of ours is a first use too.
        i.status := 'ACTIVE';
        i.first_used_at := began;
        if i.validity_starts = 'FIRST_USE' then
            i.expires_at := began + make_interval(secs => i.validity_seconds);
        end if;
    end if;
    if i.status = 'ACTIVE' then
        i.status := coalesce(identity_spent(i, p_now), i.status);
    end if;
    update identities set used_bytes = i.used_bytes, used_seconds = i.used_seconds, status = i.status,
        first_used_at = i.first_used_at, expires_at = i.expires_at
    where identity_id = i.identity_id;

    if p_kind = 'STOP' then
        update nas_outbox set done_at = p_now, last_result = 'stopped'
        where identity_id = s.identity_id and session_id = s.session_id and done_at is null;
    elsif s.ended_at is null and not counted and i.status = 'ACTIVE' then
        sent := radius_readmit(i, s, p_now, p_live_window, p_claim_window);
    end if;
    if i.status <> 'ACTIVE' then
        sent := disconnect_sessions(i.identity_id, null, lower(i.status), p_now);
    end if;
    return case when sent > 0 then 'DISCONNECTING' else 'STORED' end;
end $$;

-- A session that was not counted shows life: its claim had run out, it was silent for long, or its device logged in anew. It
-- takes a place if there is one and its device is not online elsewhere; else it must go.
create function radius_readmit(i identities, s radius_sessions, p_now timestamptz, p_live_window interval,
        p_claim_window interval) returns integer language plpgsql as $$
begin
    if other_devices(i.identity_id, s.device, s.session_id, p_now, p_live_window, p_claim_window) >= i.max_devices then
        return disconnect_sessions(i.identity_id, s.session_id, 'too_many_devices', p_now);
    end if;
    if s.device = '' then
        return 0;
    end if;
    if exists (select from radius_sessions
            where identity_id = i.identity_id and ended_at is null and device = s.device and session_id <> s.session_id
                and started_at is not null and heard_at > p_now - p_live_window) then
        return disconnect_sessions(i.identity_id, s.session_id, 'replaced', p_now);
    end if;
    -- The router went on with an earlier answer than our last: that one's claim is nobody's.
    update radius_sessions set ended_at = p_now, end_kind = 'REPLACED'
    where identity_id = i.identity_id and ended_at is null and device = s.device and session_id <> s.session_id
        and started_at is null;
    return 0;
end $$;

-- Accounting-On or -Off (RFC 2866 §4.1): every session that the router had until then is over.
create function radius_nas_reset(p_nas_identifier text, p_nas_address text, p_event_at timestamptz, p_now timestamptz)
        returns integer language plpgsql as $$
declare
    open_sessions radius_sessions[];
begin
    if p_nas_identifier is not null then
        open_sessions := array(select s from radius_sessions s
            where nas_identifier = p_nas_identifier and ended_at is null and opened_at <= p_event_at
            order by identity_id, session_id for update);
    else
        open_sessions := array(select s from radius_sessions s
            where nas_address = p_nas_address and ended_at is null and opened_at <= p_event_at
            order by identity_id, session_id for update);
    end if;
    return end_sessions(open_sessions, 'NAS_RESET', p_event_at, p_now);
end $$;

-- Ends sessions otherwise than by their Stop; what waits for them in the outbox is done.
create function end_sessions(p_sessions radius_sessions[], p_end_kind text, p_ended_at timestamptz, p_now timestamptz)
        returns integer language plpgsql as $$
declare
    ended integer;
begin
    with gone as (select identity_id, session_id, month from unnest(p_sessions)),
    ended_rows as (
        update radius_sessions s set ended_at = greatest(p_ended_at, s.heard_at), end_kind = p_end_kind
        from gone g
        where s.identity_id = g.identity_id and s.session_id = g.session_id and s.month = g.month and s.ended_at is null
        returning s.identity_id, s.session_id),
    done as (
        update nas_outbox o set done_at = p_now, last_result = lower(p_end_kind)
        from ended_rows e
        where o.identity_id = e.identity_id and o.session_id = e.session_id and o.done_at is null)
    select count(*) into ended from ended_rows;
    return ended;
end $$;

-- Vouchers whose lifetime is over while they are active: expired, and their sessions disconnected. A bounded number at a time;
-- replicas pass over each other's rows.
create function expire_due(p_now timestamptz, p_limit integer) returns integer language plpgsql as $$
declare
    due bigint;
    expired integer := 0;
begin
    for due in select identity_id from identities
        where status = 'ACTIVE' and expires_at <= p_now
        order by expires_at limit p_limit
        for no key update skip locked
    loop
        update identities set status = 'EXPIRED' where identity_id = due;
        perform disconnect_sessions(due, null, 'expired', p_now);
        expired := expired + 1;
    end loop;
    return expired;
end $$;

-- What a voucher is at that instant: an end by time shows at once, whoever writes it down later.
create function voucher_status_at(p_status text, p_expires_at timestamptz, p_use_before timestamptz, p_now timestamptz)
        returns text language sql immutable as $$
    select case
        when p_status in ('UNUSED', 'ACTIVE') and p_expires_at < p_now + interval '1 second' then 'EXPIRED'
        when p_status = 'UNUSED' and p_use_before <= p_now then 'EXPIRED'
        else p_status
    end
$$;
