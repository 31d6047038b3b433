ALTER TABLE rounds DROP COLUMN discarded_at;
