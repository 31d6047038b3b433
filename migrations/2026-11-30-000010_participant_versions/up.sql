-- How often a participant's answers were stored anew: whoever prepares something from them sees at a glance whether they are as
-- they were.
ALTER TABLE participants ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
