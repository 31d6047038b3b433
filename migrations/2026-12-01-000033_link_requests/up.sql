-- Links that a mail carries, and those that a browser got by pressing a button: only the former are many.
ALTER TABLE links ADD COLUMN mailed BOOLEAN NOT NULL DEFAULT TRUE;

-- Who asks for a new personal link: answered a moment later, so that nobody can tell by the time of the answer who is registered.
CREATE TABLE link_requests (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    email_key TEXT NOT NULL,
    email TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, email_key)
);
