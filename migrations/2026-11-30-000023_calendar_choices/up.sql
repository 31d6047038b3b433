-- How somebody wants their meetings in their calendar, once they have said so; the event's setting holds for everybody else.
CREATE TABLE calendar_choices (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    mode TEXT NOT NULL CHECK (mode IN ('invitation', 'file')),
    -- Minutes before an entry at which the calendar reminds; 0 for not at all.
    alarm_minutes INTEGER NOT NULL CHECK (alarm_minutes >= 0),
    chosen_at TIMESTAMP NOT NULL
);
-- An event whose meetings nobody has yet sends one mail for each plan from now on; where invitations are out, they go on.
UPDATE events SET calendar_mode = 'file'
    WHERE calendar_mode = 'invitation' AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.event_id = events.id);
