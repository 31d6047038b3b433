-- Whether a session is only for those whom the team invites, beside the participant types that it is for.
ALTER TABLE sessions ADD COLUMN by_invitation BOOLEAN NOT NULL DEFAULT FALSE;

-- Who is invited to a session, and whether they said no.
CREATE TABLE session_invitations (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    invited_at TIMESTAMP NOT NULL,
    declined_at TIMESTAMP,
    PRIMARY KEY (session_id, participant_id)
);
CREATE INDEX session_invitations_participant ON session_invitations (participant_id);
