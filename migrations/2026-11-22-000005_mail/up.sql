-- Whether the event reminds its participants.
ALTER TABLE events ADD COLUMN reminders BOOLEAN NOT NULL DEFAULT TRUE;

-- Reminders that were sent or found to be of no use: the key makes a second one impossible.
CREATE TABLE reminders (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('day', 'hour')),
    day DATE NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'late', 'dropped', 'unneeded')),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (participant_id, kind, day)
);

-- Links with which a participant stops reminders, by the hash of their token; they work as long as the participant is there.
CREATE TABLE unsubscribe_links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX unsubscribe_links_participant ON unsubscribe_links (participant_id);

-- Who wants no reminders.
CREATE TABLE unsubscribed (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL
);

-- A mail server accepted the mail and it came back all the same.
ALTER TABLE outbox ADD COLUMN bounced_at TIMESTAMP;
-- Hash of the token in the envelope sender, by which a bounce finds its mail.
ALTER TABLE outbox ADD COLUMN bounce_hash TEXT;
-- Domain of the recipient, for the pace of each; empty in rows older than this column.
ALTER TABLE outbox ADD COLUMN recipient_domain TEXT NOT NULL DEFAULT '';
-- A mail that did not go until then is not worth sending.
ALTER TABLE outbox ADD COLUMN useful_until TIMESTAMP;
CREATE INDEX outbox_bounce ON outbox (bounce_hash);
CREATE INDEX outbox_domain ON outbox (recipient_domain, sent_at);

-- Addresses that mail comes back from, in lower case.
CREATE TABLE blocked_addresses (
    email_key TEXT PRIMARY KEY NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
