DROP TABLE mail_batches;
DELETE FROM outbox WHERE state = 'batched';
CREATE TABLE outbox_before (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    participant_id TEXT REFERENCES participants (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    mime TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    claimed_until TIMESTAMP,
    problem TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP,
    bounced_at TIMESTAMP,
    bounce_hash TEXT,
    recipient_domain TEXT NOT NULL DEFAULT '',
    useful_until TIMESTAMP,
    claimed_by TEXT,
    priority INTEGER NOT NULL DEFAULT 2,
    tried_at TIMESTAMP,
    bounce_verdict TEXT CHECK (bounce_verdict IN ('not_the_address', 'doubtful', 'no_mailbox'))
);
INSERT INTO outbox_before (
        id, event_id, participant_id, kind, sender, recipient, subject, message_id, mime, state, attempts, due_at,
        claimed_until, problem, created_at, sent_at, bounced_at, bounce_hash, recipient_domain, useful_until, claimed_by,
        priority, tried_at, bounce_verdict
    )
    SELECT id, event_id, participant_id, kind, sender, recipient, subject, message_id, mime, state, attempts, due_at,
        claimed_until, problem, created_at, sent_at, bounced_at, bounce_hash, recipient_domain, useful_until, claimed_by,
        priority, tried_at, bounce_verdict
    FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_before RENAME TO outbox;
CREATE INDEX outbox_next ON outbox (state, priority, due_at, id, recipient_domain, claimed_until, useful_until);
CREATE INDEX outbox_claimed ON outbox (claimed_until) WHERE claimed_until IS NOT NULL;
CREATE INDEX outbox_event ON outbox (event_id, created_at);
CREATE INDEX outbox_recipient ON outbox (lower(recipient), created_at);
CREATE INDEX outbox_bounce ON outbox (bounce_hash);
CREATE INDEX outbox_domain ON outbox (recipient_domain, sent_at);
CREATE INDEX outbox_returned ON outbox (recipient_domain, bounced_at);
