-- Mails that are put into the outbox some hundred at a time, before the one fact that they report is stored: in the fact's own
-- transaction the batch is released, and else it is dropped. A released batch has no row here once its mails wait.
CREATE TABLE mail_batches (
    id TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'released', 'dropped')),
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE outbox_anew (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    participant_id TEXT REFERENCES participants (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    -- Domain of the recipient, for the pace of each; empty in rows older than this column.
    recipient_domain TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    -- Hash of the token in the envelope sender, by which a bounce finds its mail.
    bounce_hash TEXT,
    -- 'batched': no mail yet; it waits once its batch is released.
    state TEXT NOT NULL CHECK (state IN ('batched', 'waiting', 'sent', 'failed')),
    -- Which batch it came in.
    batch_id TEXT,
    -- What goes first has the smallest number.
    priority INTEGER NOT NULL DEFAULT 2,
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    -- A mail that did not go until then is not worth sending.
    useful_until TIMESTAMP,
    -- When it was tried last: if that lies ahead, the clock was set back since.
    tried_at TIMESTAMP,
    -- Which server has claimed the mail. It renews the claim as long as the mail is under way.
    claimed_by TEXT,
    claimed_until TIMESTAMP,
    problem TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP,
    -- A mail server accepted the mail and it came back all the same.
    bounced_at TIMESTAMP,
    bounce_verdict TEXT CHECK (bounce_verdict IN ('not_the_address', 'doubtful', 'no_mailbox')),
    -- The whole mail as it goes over the wire; emptied once sent, because it holds a secret link. The last column: SQLite
    -- reads whatever stands before it without reading the mail.
    mime TEXT NOT NULL
);
INSERT INTO outbox_anew (
        id, event_id, participant_id, kind, sender, recipient, recipient_domain, subject, message_id, bounce_hash, state,
        priority, attempts, due_at, useful_until, tried_at, claimed_by, claimed_until, problem, created_at, sent_at,
        bounced_at, bounce_verdict, mime
    )
    SELECT id, event_id, participant_id, kind, sender, recipient, recipient_domain, subject, message_id, bounce_hash, state,
        priority, attempts, due_at, useful_until, tried_at, claimed_by, claimed_until, problem, created_at, sent_at,
        bounced_at, bounce_verdict, mime
    FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;
-- Holds all that the searches for the next mail and for the rest of a batch ask for: rows are long, and most of one is the mail.
CREATE INDEX outbox_next
    ON outbox (state, priority, due_at, id, recipient_domain, claimed_until, useful_until, batch_id);
CREATE INDEX outbox_claimed ON outbox (claimed_until) WHERE claimed_until IS NOT NULL;
CREATE INDEX outbox_event ON outbox (event_id, created_at);
CREATE INDEX outbox_recipient ON outbox (lower(recipient), created_at);
CREATE INDEX outbox_bounce ON outbox (bounce_hash);
CREATE INDEX outbox_domain ON outbox (recipient_domain, sent_at);
CREATE INDEX outbox_returned ON outbox (recipient_domain, bounced_at);
