-- A meeting that an invitation has put into one person's calendar, and what that calendar answered last.
CREATE TABLE calendar_entries (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    answer TEXT CHECK (answer IN ('accepted', 'tentative', 'declined')),
    -- The SEQUENCE of the invitation that was answered, and when the calendar says that it answered.
    sequence INTEGER NOT NULL DEFAULT 0,
    answered_at TIMESTAMP,
    PRIMARY KEY (meeting_id, participant_id)
);
CREATE INDEX calendar_entries_event ON calendar_entries (event_id, answer);
CREATE INDEX calendar_entries_participant ON calendar_entries (participant_id);
-- Who has been invited so far.
INSERT INTO calendar_entries (meeting_id, participant_id, event_id)
    SELECT m.id, m.a_id, m.event_id FROM meetings m JOIN events e ON e.id = m.event_id
    WHERE e.calendar_mode = 'invitation';
INSERT INTO calendar_entries (meeting_id, participant_id, event_id)
    SELECT m.id, m.b_id, m.event_id FROM meetings m JOIN events e ON e.id = m.event_id
    WHERE e.calendar_mode = 'invitation';

-- What the event does when somebody declines a meeting in their calendar: ask them whether it is off, or call it off.
ALTER TABLE calendar_origins ADD COLUMN declines TEXT NOT NULL DEFAULT 'ask' CHECK (declines IN ('ask', 'cancel'));
