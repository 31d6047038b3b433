DROP TABLE invitations;
CREATE TABLE registrations_before (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN (
        'unconfirmed', 'awaiting_approval', 'registered', 'waiting_list', 'rejected', 'cancelled', 'expired'
    )),
    waiting_seq BIGINT,
    consent_version TEXT NOT NULL,
    consent_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    CHECK ((state = 'waiting_list') = (waiting_seq IS NOT NULL))
);
INSERT INTO registrations_before (participant_id, event_id, code, state, waiting_seq, consent_version, consent_at, created_at, changed_at)
    SELECT participant_id, event_id, code,
        CASE state WHEN 'invited' THEN 'unconfirmed' WHEN 'declined' THEN 'cancelled' WHEN 'unanswered' THEN 'expired' ELSE state END,
        waiting_seq, consent_version, consent_at, created_at, changed_at
    FROM registrations;
DROP TABLE registrations;
ALTER TABLE registrations_before RENAME TO registrations;
CREATE UNIQUE INDEX registrations_waiting ON registrations (event_id, waiting_seq) WHERE waiting_seq IS NOT NULL;
CREATE INDEX registrations_event_state ON registrations (event_id, state);
