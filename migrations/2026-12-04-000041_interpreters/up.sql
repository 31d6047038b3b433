-- Whether two people without a common language may meet: as each round says, never, or with an interpreter.
CREATE TABLE language_rules (
    event_id TEXT NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    rule TEXT NOT NULL CHECK (rule IN ('shared', 'interpreted'))
);

-- People who interpret between any two of their languages; they are no participants.
CREATE TABLE interpreters (
    id TEXT NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    email TEXT,
    lang TEXT NOT NULL,
    languages TEXT NOT NULL
);
CREATE INDEX interpreters_event ON interpreters (event_id);

-- The slots in which an interpreter is not there.
CREATE TABLE interpreter_absences (
    interpreter_id TEXT NOT NULL REFERENCES interpreters (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    PRIMARY KEY (interpreter_id, slot_id)
);
CREATE INDEX interpreter_absences_slot ON interpreter_absences (slot_id);

-- Who interprets. Nobody is in two places: the index makes a double booking impossible.
ALTER TABLE meetings ADD COLUMN interpreter_id TEXT REFERENCES interpreters (id) ON DELETE SET NULL;
CREATE UNIQUE INDEX meetings_interpreter ON meetings (interpreter_id, slot_id)
    WHERE state = 'planned' AND interpreter_id IS NOT NULL;
ALTER TABLE round_meetings ADD COLUMN interpreter_id TEXT REFERENCES interpreters (id) ON DELETE SET NULL;
CREATE INDEX round_meetings_interpreter ON round_meetings (interpreter_id);
ALTER TABLE round_step_meetings ADD COLUMN interpreter_id TEXT REFERENCES interpreters (id) ON DELETE SET NULL;
CREATE INDEX round_step_meetings_interpreter ON round_step_meetings (interpreter_id);
