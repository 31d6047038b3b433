DROP INDEX mailings_one_nudge;
ALTER TABLE mailings DROP COLUMN nudge;
DROP TABLE nudges;
