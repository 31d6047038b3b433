-- How many days before people can no longer say it those are reminded who have not said something; without a row nobody is.
CREATE TABLE nudges (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('wish', 'topics')),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    PRIMARY KEY (event_id, kind)
);

-- A nudge goes as a mailing that the calendar sends: one of each kind for an event.
ALTER TABLE mailings ADD COLUMN nudge TEXT CHECK (nudge IN ('wish', 'topics'));
CREATE UNIQUE INDEX mailings_one_nudge ON mailings (event_id, nudge);
