-- Mailings: what organisers write to the people of their event.
CREATE TABLE mailings (
    id TEXT NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'sending', 'paused', 'stopped', 'sent')),
    -- The filter as it was asked; recipients are chosen when the mailing goes.
    people TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    send_at TIMESTAMP,
    started_at TIMESTAMP,
    ended_at TIMESTAMP
);
CREATE INDEX mailings_of_event ON mailings (event_id, created_at);
CREATE INDEX mailings_in_state ON mailings (state);

-- One row a person and mailing: nobody gets one twice. It is marked in the transaction that puts their mail into the outbox.
CREATE TABLE mailing_recipients (
    mailing_id TEXT NOT NULL REFERENCES mailings (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    outcome TEXT NOT NULL CHECK (outcome IN ('due', 'mailed', 'left_out', 'stopped')),
    mail_id TEXT,
    PRIMARY KEY (mailing_id, participant_id)
);
CREATE INDEX mailing_recipients_of_person ON mailing_recipients (participant_id);
CREATE INDEX mailing_recipients_due ON mailing_recipients (mailing_id, outcome);

-- Reminders and mailings are stopped each by itself.
CREATE TABLE unsubscribed_from (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    series TEXT NOT NULL CHECK (series IN ('reminders', 'mailings')),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (participant_id, series)
);
INSERT INTO unsubscribed_from (participant_id, series, at) SELECT participant_id, 'reminders', at FROM unsubscribed;
DROP TABLE unsubscribed;
ALTER TABLE unsubscribed_from RENAME TO unsubscribed;
ALTER TABLE unsubscribe_links ADD COLUMN series TEXT NOT NULL DEFAULT 'reminders' CHECK (series IN ('reminders', 'mailings'));

-- Who has looked at the list of people, and when first: an organiser can write to those who have not.
CREATE TABLE directory_visits (
    participant_id TEXT NOT NULL PRIMARY KEY REFERENCES participants (id) ON DELETE CASCADE,
    opened_at TIMESTAMP NOT NULL
);
