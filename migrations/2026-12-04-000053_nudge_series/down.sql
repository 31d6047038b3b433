CREATE TABLE nudges_before (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('wish', 'topics')),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    PRIMARY KEY (event_id, kind)
);
INSERT INTO nudges_before (event_id, kind, days) SELECT event_id, kind, MAX(days) FROM nudges GROUP BY event_id, kind;
DROP INDEX mailings_one_nudge;
-- Of several one stays a nudge; the others are mailings.
UPDATE mailings SET nudge = NULL WHERE nudge IS NOT NULL AND EXISTS (
    SELECT 1 FROM mailings other
    WHERE other.event_id = mailings.event_id AND other.nudge = mailings.nudge AND other.nudge_days > mailings.nudge_days
);
ALTER TABLE mailings DROP COLUMN nudge_days;
CREATE UNIQUE INDEX mailings_one_nudge ON mailings (event_id, nudge);
DROP TABLE nudges;
ALTER TABLE nudges_before RENAME TO nudges;
