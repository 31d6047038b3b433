-- Log-ins whose password was right and whose second factor is still asked for: they open nothing.
CREATE TABLE half_logins (
    token_hash TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    started_at TIMESTAMP NOT NULL,
    failures INTEGER NOT NULL
);
CREATE INDEX half_logins_account ON half_logins (account_id);

-- Browsers in which somebody has logged in before. Strangers' wrong passwords do not slow them down.
CREATE TABLE known_browsers (
    token_hash TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    seen_at TIMESTAMP NOT NULL,
    PRIMARY KEY (token_hash, account_id)
);
CREATE INDEX known_browsers_account ON known_browsers (account_id);

-- When whoever is logged in last showed who they are; none for log-ins of before.
ALTER TABLE logins ADD COLUMN proved_at TIMESTAMP;
