-- What phone numbers are compared by: their last nine digits, so that +27 21 555 0100 and 021 555 0100 are the same. The same
-- as customers-service's. Null for what is no phone number, so that it equals nothing.
create function phone_key(phone text) returns text language sql immutable as $$
    select case when phone ~ '^[+(]?[0-9 ()./-]{6,}$'
        then nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 9), '') end
$$;

alter table sales_leads
    add column phone_key text generated always as (phone_key(phone)) stored,
    -- The customer that a won lead has become.
    add column customer_id bigint,
    add check ((status = 'WON') = (customer_id is not null)),
    add check ((latitude is null) = (longitude is null));

create index sales_leads_phone_key on sales_leads (phone_key) where phone_key is not null;
create index sales_leads_source on sales_leads (lower(source), lead_id) where source is not null;
create index sales_leads_assignee on sales_leads (lower(assignee), lead_id) where assignee is not null;
create index sales_leads_created on sales_leads (created_at, lead_id);
