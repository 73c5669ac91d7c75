-- Tables that grow for ever are partitioned by month (UTC). The service makes the partitions ahead and detaches the old ones by
-- these functions; they run as the role that owns the tables, so the one that works needs no right to change them. Each call does
-- one step in its transaction, and gives way rather than hold up a login: whoever waits for a lock of it waits half a second.

-- The tables that are kept so: each has a date or a timestamptz as its key, and a default partition.
create table partitioned_tables (
    table_name   text primary key,
    -- When a row was last touched, if that may be long after its month: no month is detached in which a row still was of late.
    alive_column text
);
insert into partitioned_tables (table_name, alive_column) values ('radius_sessions', 'heard_at'), ('usage_hours', null);

-- The month that a partition is of, by its name: radius_sessions_2026_11. Null for others, the default one among them.
create function partition_month(p_table text, p_partition text) returns date language sql immutable as $$
    select case
        when starts_with(p_partition, p_table || '_') and substr(p_partition, length(p_table) + 2) ~ '^\d{4}_(0[1-9]|1[0-2])$'
        then to_date(substr(p_partition, length(p_table) + 2), 'YYYY_MM')
    end
$$;

-- The month partitions that a table has.
create function partitions_of(p_table text) returns table (name text, month date) language sql stable as $$
    select c.relname::text, partition_month(p_table, c.relname::text)
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = to_regclass(quote_ident(p_table)) and partition_month(p_table, c.relname::text) is not null
$$;

-- Makes one month's partition of one table: the earliest that is missing among those from this month on, so many ahead, and those
-- of which rows stand in the default partition. Such rows move into it. Answers its name; null when nothing is missing, or
-- another replica is at it.
create function make_next_partition(p_now timestamptz, p_ahead integer) returns text language plpgsql security definer
        set search_path = ${flyway:defaultSchema}, pg_temp
        set lock_timeout = '500ms' as $$
declare
    t record;
    k record;
    this_month date := date_trunc('month', p_now at time zone 'UTC');
    missing date;
    made text;
begin
    for t in select table_name from partitioned_tables order by table_name for update skip locked loop
        select p.partdefid::regclass as rest, a.attname as col,
            case when a.atttypid = 'timestamptz'::regtype then '%I at time zone ''UTC''' else '%I::timestamp' end as local,
            case when a.atttypid = 'timestamptz'::regtype then 'YYYY-MM-DD 00:00:00+00' else 'YYYY-MM-DD' end as bound,
            (select ' with (' || array_to_string(reloptions, ', ') || ')' from pg_class where oid = p.partdefid) as options
        into k
        from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
        where p.partrelid = to_regclass(quote_ident(t.table_name));
        if not found then
            raise exception '% is not partitioned', t.table_name;
        end if;

        execute format('select min(m) from ('
            || ' select generate_series($1::timestamp, $2::timestamp, interval ''1 month'')::date as m'
            || ' union select date_trunc(''month'', ' || k.local || ')::date from %s where ' || k.local || ' < $3) months'
            || ' where m not in (select month from partitions_of($4))', k.col, k.rest, k.col)
        into missing
        using this_month, this_month + make_interval(months => p_ahead), this_month + make_interval(months => p_ahead + 1),
            t.table_name;
        continue when missing is null;

        made := t.table_name || to_char(missing, '_YYYY_MM');
        execute format('lock table only %I in share update exclusive mode', t.table_name);
        execute format('lock table %s in access exclusive mode', k.rest);
        execute format('create table %I (like %I including all)%s', made, t.table_name, k.options);
        execute format('with moved as (delete from %s where date_trunc(''month'', ' || k.local || ') = %L returning *)'
            || ' insert into %I select * from moved', k.rest, k.col, missing, made);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', t.table_name, made,
            to_char(missing, k.bound), to_char(missing + interval '1 month', k.bound));
        return made;
    end loop;
    return null;
end $$;

-- Detaches one partition of a month that ended so many months ago or longer, and renames it, so that nobody takes it for one that
-- is in use: detached_radius_sessions_2024_10. Answers that name; null when there is none, or another replica is at it.
create function detach_next_partition(p_now timestamptz, p_months integer) returns text language plpgsql security definer
        set search_path = ${flyway:defaultSchema}, pg_temp
        set lock_timeout = '500ms' as $$
declare
    t record;
    part record;
    -- The first month that stays.
    oldest date := date_trunc('month', p_now at time zone 'UTC') - make_interval(months => p_months);
    alive boolean;
    detached text;
    again integer := 1;
begin
    if p_months is null or p_months < 2 then
        raise exception 'At least two months are kept';
    end if;
    for t in select * from partitioned_tables order by table_name for update skip locked loop
        for part in select name, month from partitions_of(t.table_name) where month < oldest order by month loop
            if t.alive_column is not null then
                execute format('select exists (select from %I where %I >= $1)', part.name, t.alive_column)
                into alive using oldest::timestamp at time zone 'UTC';
                continue when alive;
            end if;
            detached := 'detached_' || part.name;
            while to_regclass(quote_ident(detached)) is not null loop
                again := again + 1;
                detached := 'detached_' || part.name || '_' || again;
            end loop;
            execute format('alter table %I detach partition %I', t.table_name, part.name);
            execute format('alter table %I rename to %I', part.name, detached);
            return detached;
        end loop;
    end loop;
    return null;
end $$;
