-- Until now nothing could add a policy. Tiers, schedules and dates are kept in the notation that they are given in, written in
-- one way: a policy never changes and is only ever read whole.
alter table fup_speed_limit_policies
    add column window_seconds bigint not null check (window_seconds > 0),
    add column tiers          text   not null;
create unique index fup_speed_limit_policies_name on fup_speed_limit_policies (lower(name));

alter table fup_speed_boost_policies
    add column schedule              text    not null,
    add column public_holidays       text,
    add column download_boost        text,
    add column upload_boost          text,
    add column applies_while_limited boolean not null,
    add column applies_when_capped   boolean not null,
    add check (download_boost is not null or upload_boost is not null);
create unique index fup_speed_boost_policies_name on fup_speed_boost_policies (lower(name));
