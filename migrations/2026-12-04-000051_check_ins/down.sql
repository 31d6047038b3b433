ALTER TABLE participants ADD COLUMN source_anew TEXT NOT NULL DEFAULT 'import'
    CHECK (source_anew IN ('form', 'import', 'demo'));
UPDATE participants SET source_anew = CASE source WHEN 'by_hand' THEN 'import' ELSE source END;
ALTER TABLE participants DROP COLUMN source;
ALTER TABLE participants RENAME COLUMN source_anew TO source;

DELETE FROM account_invitations WHERE role = 'helper';
CREATE TABLE account_invitations_anew (
    id TEXT PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    role TEXT CHECK (role IN ('owner', 'organiser', 'viewer')),
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

UPDATE event_roles SET role = 'viewer' WHERE role = 'helper';
DROP TABLE check_ins;
