-- A session's speed changes while it runs: the router is told by a CoA-Request (RFC 5176), which waits in the outbox like a
-- Disconnect-Request.

-- Until when a sender has the row: meanwhile nobody else sends it, so that a router never hears two speeds in a wrong order.
alter table nas_outbox add column taken_until timestamptz;

-- Has a running session's router told a new speed; null is unlimited. Answers false, and does nothing, when the session is not
-- running, when the speed that it was told last is not the one given (somebody else has changed it), or when it is about to be
-- disconnected anyway. Never two rows for a session: one that waits gets the newer speed and is due at once; one that is being
-- sent is due when its answer is there. The same speed as before is told again.
create function change_speed(p_identity bigint, p_session bigint, p_month date, p_from_down integer, p_from_up integer,
        p_down integer, p_up integer, p_now timestamptz) returns boolean language plpgsql as $$
begin
    update radius_sessions set download_kbps = p_down, upload_kbps = p_up
    where identity_id = p_identity and session_id = p_session and month = p_month
        and ended_at is null and started_at is not null
        and download_kbps is not distinct from p_from_down and upload_kbps is not distinct from p_from_up
        and not exists (select from nas_outbox
            where identity_id = p_identity and session_id = p_session and kind = 'DISCONNECT' and done_at is null);
    if not found then
        return false;
    end if;
    insert into nas_outbox as o (identity_id, session_id, month, kind, reason, created_at, next_attempt_at, download_kbps,
        upload_kbps)
    values (p_identity, p_session, p_month, 'COA', 'speed', p_now, p_now, p_down, p_up)
    on conflict (identity_id, session_id, kind) where done_at is null do update set
        download_kbps = excluded.download_kbps,
        upload_kbps = excluded.upload_kbps,
        next_attempt_at = greatest(excluded.next_attempt_at, o.taken_until);
    return true;
end $$;

-- A router that does not change a running session's speed: the session is disconnected, and its next login is told the speed.
-- Locks the identity first, as all do that put a session into the outbox: its Stop comes before or after.
create function refuse_speed(p_outbox bigint, p_result text, p_now timestamptz) returns integer language plpgsql as $$
declare
    o nas_outbox;
begin
    select * into o from nas_outbox where outbox_id = p_outbox;
    perform from identities where identity_id = o.identity_id for no key update;
    update nas_outbox set done_at = p_now, last_result = p_result, taken_until = null
    where outbox_id = p_outbox and done_at is null;
    if not found then
        return 0;
    end if;
    return disconnect_sessions(o.identity_id, o.session_id, 'speed_refused', p_now);
end $$;
