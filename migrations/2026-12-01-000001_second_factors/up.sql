-- The second factor of an account: the secret of which an app makes codes (RFC 6238), and the newest step of which one was taken.
CREATE TABLE second_factors (
    account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    last_step BIGINT NOT NULL
);

-- A secret that no code has confirmed yet: it counts for nothing.
CREATE TABLE second_factor_offers (
    account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);

-- Codes for whoever has lost the app; each is taken once.
CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    used_at TIMESTAMP,
    PRIMARY KEY (account_id, code_hash)
);

-- Events whose team needs a second factor.
CREATE TABLE second_factor_events (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE
);
