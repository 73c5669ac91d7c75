-- Counts by status read this instead of the tickets: few different values, so each of them is kept once.
create index helpdesk_tickets_counts on helpdesk_tickets (department_id, status);
