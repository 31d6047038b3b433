-- Three more states: asked by an organiser, said no to that, never said anything.
CREATE TABLE registrations_anew (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN (
        'invited', 'unconfirmed', 'awaiting_approval', 'registered', 'waiting_list', 'rejected', 'cancelled',
        'declined', 'expired', 'unanswered'
    )),
    waiting_seq BIGINT,
    consent_version TEXT NOT NULL,
    consent_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    CHECK ((state = 'waiting_list') = (waiting_seq IS NOT NULL))
);
INSERT INTO registrations_anew (participant_id, event_id, code, state, waiting_seq, consent_version, consent_at, created_at, changed_at)
    SELECT participant_id, event_id, code, state, waiting_seq, consent_version, consent_at, created_at, changed_at
    FROM registrations;
DROP TABLE registrations;
ALTER TABLE registrations_anew RENAME TO registrations;
CREATE UNIQUE INDEX registrations_waiting ON registrations (event_id, waiting_seq) WHERE waiting_seq IS NOT NULL;
CREATE INDEX registrations_event_state ON registrations (event_id, state);

-- Who was asked whether they come, and until when they can answer.
CREATE TABLE invitations (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    invited_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    -- When whoever is silent is reminded; none if they are not, or were.
    remind_at TIMESTAMP,
    answered_at TIMESTAMP
);
CREATE INDEX invitations_ends ON invitations (ends_at) WHERE answered_at IS NULL;
CREATE INDEX invitations_reminders ON invitations (remind_at) WHERE remind_at IS NOT NULL;
