-- Why no mail goes at the moment; no row while mail flows.
CREATE TABLE mail_pause (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    cause TEXT NOT NULL CHECK (cause IN ('server', 'restored')),
    -- What the mail server said, without addresses; empty where it said nothing.
    words TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    -- When one mail goes out to see whether the server takes it; none where nobody tries.
    next_probe TIMESTAMP,
    probes INTEGER NOT NULL
);

-- Which server has claimed the mail. It renews the claim as long as the mail is under way.
ALTER TABLE outbox ADD COLUMN claimed_by TEXT;
-- What goes first has the smallest number.
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;
-- When it was tried last: if that lies ahead, the clock was set back since.
ALTER TABLE outbox ADD COLUMN tried_at TIMESTAMP;
UPDATE outbox SET priority = 0
    WHERE kind IN ('confirm', 'already_registered', 'personal_link', 'form_link', 'new_password');
UPDATE outbox SET priority = 1
    WHERE kind IN ('registered', 'awaiting_approval', 'waiting_list', 'promoted', 'rejected', 'cancelled');
UPDATE outbox SET priority = 3 WHERE kind IN ('reminder_day', 'reminder_hour');
DROP INDEX outbox_due;
-- Holds all that the search for the next mail asks for: rows are long, and most of one is the mail itself.
CREATE INDEX outbox_next ON outbox (state, priority, due_at, id, recipient_domain, claimed_until, useful_until);
CREATE INDEX outbox_claimed ON outbox (claimed_until) WHERE claimed_until IS NOT NULL;
