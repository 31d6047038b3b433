ALTER TABLE proposals DROP COLUMN receipt_at;
ALTER TABLE proposals DROP COLUMN tell_at;
