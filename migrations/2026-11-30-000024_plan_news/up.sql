-- Changes of somebody's plan that are not told yet: what they know of it, and the mails in the outbox that wait, so that a
-- further change makes these anew.
CREATE TABLE plan_news (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    since TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    -- Meetings as they know them, as JSON.
    known TEXT NOT NULL,
    -- Ids of the mails, as JSON.
    mails TEXT NOT NULL
);
CREATE INDEX plan_news_event ON plan_news (event_id);
