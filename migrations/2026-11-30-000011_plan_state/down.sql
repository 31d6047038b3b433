ALTER TABLE rounds DROP COLUMN withdrawn_at;
DROP INDEX slots_block_start;
DELETE FROM slots WHERE retired;
CREATE UNIQUE INDEX slots_block_start ON slots (block_id, starts_at);
ALTER TABLE slots DROP COLUMN retired;
DELETE FROM meeting_blocks WHERE retired;
ALTER TABLE meeting_blocks DROP COLUMN retired;
