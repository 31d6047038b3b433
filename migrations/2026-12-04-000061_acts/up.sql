-- What organisers did, kept for a day so that it can be undone. At most one is open, in the transaction that does it.
CREATE TABLE acts (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    done_at TIMESTAMP NOT NULL,
    is_open BOOLEAN NOT NULL,
    mails INTEGER NOT NULL
);
CREATE INDEX acts_event ON acts (event_id, done_at);
CREATE INDEX acts_account ON acts (account_id);
CREATE INDEX acts_open ON acts (is_open);

-- The rows that an act changed, as they were and as it left them: JSON by the names of columns; none if there was no row.
CREATE TABLE act_rows (
    act_id TEXT NOT NULL REFERENCES acts (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    old TEXT,
    new TEXT,
    PRIMARY KEY (act_id, number)
);

-- The act that a mail reports: as long as none of these has gone, the act can be undone.
ALTER TABLE outbox ADD COLUMN act_id TEXT;
CREATE INDEX outbox_act ON outbox (act_id) WHERE act_id IS NOT NULL;
