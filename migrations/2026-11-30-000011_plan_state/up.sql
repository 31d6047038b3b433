-- A slot or a block that is not on the agenda any more and in which meetings were planned: they are kept until each is moved or
-- called off, and the cancelled ones until calendars have learned of it.
ALTER TABLE meeting_blocks ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE slots ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE;
DROP INDEX slots_block_start;
CREATE UNIQUE INDEX slots_block_start ON slots (block_id, starts_at) WHERE NOT retired;

-- When the organiser took back the plan that the round had published.
ALTER TABLE rounds ADD COLUMN withdrawn_at TIMESTAMP;
