-- What is remembered of the clock, in one row: the time that is believed, what was read last, and a leap that is not
-- believed yet, with how long the program has really run since.
CREATE TABLE clock_memory (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    believed_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    leapt_from TIMESTAMP,
    leapt_to TIMESTAMP,
    ran_seconds BIGINT NOT NULL DEFAULT 0,
    CHECK ((leapt_from IS NULL) = (leapt_to IS NULL))
);
-- A database that was in use before remembers when something was last done in it.
INSERT INTO clock_memory (id, believed_at, seen_at)
    SELECT 1, at, at FROM log ORDER BY at DESC LIMIT 1;

-- What organisers were told of a deletion to come: of the answers to a question, or of everything about persons.
CREATE TABLE deletion_announcements (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    question_id TEXT REFERENCES questions (id) ON DELETE CASCADE,
    announced_at TIMESTAMP NOT NULL,
    -- The day that was named, in the event's zone.
    due_on DATE NOT NULL,
    withdrawn_at TIMESTAMP
);
CREATE UNIQUE INDEX deletion_announcements_open
    ON deletion_announcements (event_id, COALESCE(question_id, '')) WHERE withdrawn_at IS NULL;
CREATE INDEX deletion_announcements_question ON deletion_announcements (question_id);

-- The deletion of an event's persons can be postponed once: not before this day, and why.
CREATE TABLE deletion_postponements (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    postponed_to DATE NOT NULL,
    why TEXT NOT NULL
);
