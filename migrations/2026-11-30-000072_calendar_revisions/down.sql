ALTER TABLE calendar_origins DROP COLUMN revision;
