-- Completed top-ups by themselves, so that their lists' statements say it in words that fit the indexes, whatever their parameters.
create view completed_topup_rows as select * from topup_rows where status = 'COMPLETED';
