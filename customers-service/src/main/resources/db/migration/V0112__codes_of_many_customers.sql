-- The next codes of several prefixes at once, for an import: wanted is [{"prefix": "PIE", "how_many": 2}], chosen has, in lower
-- case, the codes that the import brings itself. The prefixes are locked in one order, so that two imports never wait for each
-- other; one with how_many 0 is only held, see hold_accounting_prefix.
create function next_accounting_codes(wanted jsonb, chosen text[]) returns setof text language plpgsql
    set lock_timeout = '25s' as $$
declare
    want      record;
    mine      text[];
    candidate integer;
    code      text;
begin
    for want in
        select w.prefix, w.how_many from jsonb_to_recordset(wanted) as w(prefix text, how_many integer)
        order by w.prefix collate "C"
    loop
        if want.how_many = 0 then
            perform hold_accounting_prefix(want.prefix);
            continue;
        end if;
        mine := array(select c from unnest(chosen) as c where left(c, 3) = lower(want.prefix));
        insert into accounting_code_numbers values (want.prefix, 0)
        on conflict (prefix) do update set last_number = accounting_code_numbers.last_number
        returning last_number into candidate;
        for i in 1..want.how_many loop
            loop
                candidate := candidate + 1;
                code := want.prefix || lpad(candidate::text, greatest(3, length(candidate::text)), '0');
                exit when not lower(code) = any (mine)
                    and not exists (select from customers where lower(accounting_code) = lower(code));
            end loop;
            return next code;
        end loop;
        update accounting_code_numbers set last_number = candidate where prefix = want.prefix;
    end loop;
end $$;
