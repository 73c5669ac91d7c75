-- Sessions as people look for them: newest first, which is by when they were opened, for that never changes. Only sessions that a
-- router has reported: a login's claim stands in none of these, so it costs a login nothing; and no column is one that an
-- interim packet changes, so that those stay HOT updates.
create index radius_sessions_id on radius_sessions (session_id) where acct_unique_id is not null;
create index radius_sessions_opened on radius_sessions (opened_at, session_id) where acct_unique_id is not null;
create index radius_sessions_identity on radius_sessions (identity_id, opened_at, session_id) where acct_unique_id is not null;
create index radius_sessions_nas on radius_sessions (nas_identifier, opened_at, session_id) where acct_unique_id is not null;
create index radius_sessions_device on radius_sessions (device, opened_at, session_id) where acct_unique_id is not null;
create index radius_sessions_ip on radius_sessions (framed_ip, opened_at, session_id) where acct_unique_id is not null;
create index radius_sessions_running on radius_sessions (opened_at, session_id)
    where ended_at is null and acct_unique_id is not null;
