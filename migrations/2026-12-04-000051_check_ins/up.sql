-- Who came, told by whom and when; what was told by mistake is undone and stays.
CREATE TABLE check_ins (
    id TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    undone_by TEXT,
    undone_at TIMESTAMP,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
-- Of two who check somebody in, one does.
CREATE UNIQUE INDEX check_ins_standing ON check_ins (participant_id) WHERE undone_at IS NULL;
CREATE INDEX check_ins_participant ON check_ins (participant_id, at);

-- A helper is a role of its own again: they check people in on the day, and see less than a viewer.
CREATE TABLE account_invitations_anew (
    id TEXT PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    role TEXT CHECK (role IN ('owner', 'organiser', 'viewer', 'helper')),
    invited_by TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    CHECK ((event_id IS NULL) = (role IS NULL))
);
INSERT INTO account_invitations_anew (id, token_hash, email, name, event_id, role, invited_by, created_at, expires_at)
    SELECT id, token_hash, email, name, event_id, role, invited_by, created_at, expires_at FROM account_invitations;
DROP TABLE account_invitations;
ALTER TABLE account_invitations_anew RENAME TO account_invitations;
CREATE INDEX account_invitations_event ON account_invitations (event_id);
CREATE INDEX account_invitations_email ON account_invitations (email);

-- Whoever was added by hand came from no list.
ALTER TABLE participants ADD COLUMN source_anew TEXT NOT NULL DEFAULT 'import'
    CHECK (source_anew IN ('form', 'import', 'by_hand', 'demo'));
UPDATE participants SET source_anew = source;
UPDATE participants SET source_anew = 'by_hand'
    WHERE id IN (SELECT subject_id FROM log WHERE action = 'registration.added');
ALTER TABLE participants DROP COLUMN source;
ALTER TABLE participants RENAME COLUMN source_anew TO source;
