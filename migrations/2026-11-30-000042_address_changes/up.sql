-- Addresses that participants are to have once they are confirmed by a link.
CREATE TABLE address_changes (
    token_hash TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX address_changes_participant ON address_changes (participant_id);
