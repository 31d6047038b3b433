ALTER TABLE participants DROP COLUMN version;
