-- As before (V0105), but that a login which comes to its turn late does not end the session that its repetition has begun: the
-- session would hold no place until it is heard from, and another device could take it.

-- A login: checks it, starts the lifetime at the first use, claims a device's place, and returns all that the answer needs.
-- A voucher's password is decided by the caller. An account's is decided here by its digest, or else by the caller: the
-- outcome is VERIFY then, with the sealed password, and the caller comes again with it in p_verified once it fits.
create or replace function radius_login(p_login_keys text[], p_voucher_fits boolean, p_password_mac text, p_verified text,
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
