-- The lead of leads-service that a customer was made of: of one lead one customer at the most, whatever is sent how often.
alter table customers add column lead_id bigint;
create unique index customers_lead on customers (lead_id) where lead_id is not null;
