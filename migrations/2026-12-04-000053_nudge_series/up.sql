-- A nudge can go several times: each so many days before the end.
CREATE TABLE nudges_anew (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('wish', 'topics')),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    PRIMARY KEY (event_id, kind, days)
);
INSERT INTO nudges_anew (event_id, kind, days) SELECT event_id, kind, days FROM nudges;

-- Each of them is a mailing; one that went before stands for the days that are set.
ALTER TABLE mailings ADD COLUMN nudge_days INTEGER CHECK (nudge_days BETWEEN 1 AND 60);
UPDATE mailings SET nudge_days = COALESCE(
    (SELECT days FROM nudges WHERE nudges.event_id = mailings.event_id AND nudges.kind = mailings.nudge), 1
) WHERE nudge IS NOT NULL;
DROP INDEX mailings_one_nudge;
CREATE UNIQUE INDEX mailings_one_nudge ON mailings (event_id, nudge, nudge_days);
DROP TABLE nudges;
ALTER TABLE nudges_anew RENAME TO nudges;
