-- The functions of the hot path look into one month, or into a short index of each. PostgreSQL would plan them anew for each packet
-- as soon as there are several partitions, since a plan for one month looks cheaper than one for all; but planning costs more
-- than running: with 26 partitions a packet costs twice as much. One plan for all months leaves out the others when it starts.
do $$
declare
    f regprocedure;
begin
    for f in select oid::regprocedure from pg_proc
        where pronamespace = '${flyway:defaultSchema}'::regnamespace
            and proname in ('radius_login', 'radius_usage', 'radius_give_back', 'radius_nas_reset')
    loop
        execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    end loop;
end $$;
