-- What a mail that came back says of its address: only repeats over days block one that is in doubt.
ALTER TABLE outbox ADD COLUMN bounce_verdict TEXT
    CHECK (bounce_verdict IN ('not_the_address', 'doubtful', 'no_mailbox'));
CREATE INDEX outbox_returned ON outbox (recipient_domain, bounced_at);

-- Domains from which so many mails came back within an hour that no address is to blame.
CREATE TABLE domain_alarms (
    domain TEXT PRIMARY KEY NOT NULL,
    since TIMESTAMP NOT NULL,
    last_at TIMESTAMP NOT NULL,
    addresses INTEGER NOT NULL CHECK (addresses > 0),
    -- What the server said of the latest mail, without addresses.
    reason TEXT NOT NULL
);
