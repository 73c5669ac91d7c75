-- A conversion that may have added a customer already, and whose lead is not won yet (docs/leads.md). Written before
-- customers-service is called, in a transaction of its own; gone when the lead is won, or when it is known that no customer was
-- added. No foreign key: it would wait for the lead, which the conversion has locked on another connection.
create table lead_conversions (
    lead_id            bigint primary key,
    -- In the customer's notes: finds it when nobody remembers the key any more. The same for all attempts of a lead.
    mark               text        not null,
    -- An idempotency key, the client that it belongs to, and the parameters that it was used with: JSON.
    idempotency_key    text        not null,
    client_id          text        not null,
    parameters         text        not null,
    started_at         timestamptz not null,
    -- The update in which the customer waits for review, if it does.
    customer_update_id bigint
);
