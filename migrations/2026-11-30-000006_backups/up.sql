-- Backups that servers made by themselves. Whoever has the row of a number makes that backup, so two servers make none twice.
CREATE TABLE scheduled_backups (
    number INTEGER PRIMARY KEY NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'made', 'failed')),
    file TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    -- Why it failed; empty otherwise.
    problem TEXT NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);

-- From which backups this database was restored, and what becomes of the mails that waited in them: held until somebody
-- decides.
CREATE TABLE restores (
    restored_at TIMESTAMP PRIMARY KEY NOT NULL,
    backup_at TIMESTAMP NOT NULL,
    mails TEXT NOT NULL CHECK (mails IN ('held', 'sent', 'given_up'))
);
