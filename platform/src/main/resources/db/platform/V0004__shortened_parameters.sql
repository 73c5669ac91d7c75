-- A parameter may be a whole file, of which a list shows the beginning only: what is long is cut here, where a page of such rows
-- can be, and not in the service, where it would fill the memory.
create function shortened_parameters(parameters text) returns text language sql immutable as $$
    select case when length(parameters) <= 1000 then parameters else (
        select jsonb_object_agg(key, case when length(value) <= 500 then value
            else left(value, 500) || '… [' || length(value) || ' characters]' end)::text
        from jsonb_each_text(parameters::jsonb)
    ) end
$$;
