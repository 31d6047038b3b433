-- Whom somebody asks to run an event with them, or to have an account: nothing is theirs until they accept.
CREATE TABLE account_invitations (
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
CREATE INDEX account_invitations_event ON account_invitations (event_id);
CREATE INDEX account_invitations_email ON account_invitations (email);

-- Accounts that nobody can log in with until an administrator gives them back.
CREATE TABLE deactivated_accounts (
    account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    since TIMESTAMP NOT NULL
);
