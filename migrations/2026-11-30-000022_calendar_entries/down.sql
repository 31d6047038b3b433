ALTER TABLE calendar_origins DROP COLUMN declines;
DROP TABLE calendar_entries;
