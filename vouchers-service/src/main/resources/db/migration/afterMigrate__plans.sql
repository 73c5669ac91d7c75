-- After every migration, for a function that is created anew loses what it was set to: those of the hot path are planned once for all
-- months (see V0142).
do $$
declare
    f regprocedure;
begin
    -- Replicas that start together.
    perform pg_advisory_xact_lock(hashtext('${flyway:defaultSchema}.afterMigrate'));
    for f in select oid::regprocedure from pg_proc
        where pronamespace = '${flyway:defaultSchema}'::regnamespace
            and proname in ('radius_login', 'radius_usage', 'radius_give_back', 'radius_nas_reset')
            and coalesce('plan_cache_mode=force_generic_plan' <> all (proconfig), true)
    loop
        execute format('alter function %s set plan_cache_mode = force_generic_plan', f);
    end loop;
end $$;
