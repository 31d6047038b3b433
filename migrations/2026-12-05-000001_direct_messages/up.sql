-- What one participant writes to another. What was sent to somebody who had muted its author, or excluded them, is kept for its
-- author alone.
CREATE TABLE direct_messages (
    id TEXT NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    from_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'late')),
    text TEXT NOT NULL,
    is_delivered BOOLEAN NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    CHECK (from_id <> to_id),
    CHECK ((kind = 'text') = (text <> ''))
);
CREATE INDEX direct_messages_from ON direct_messages (from_id, sent_at);
CREATE INDEX direct_messages_to ON direct_messages (to_id, sent_at);
CREATE INDEX direct_messages_event ON direct_messages (event_id);

-- From whom somebody wants no messages; the other one never learns of it.
CREATE TABLE muted_people (
    by_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    muted_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    muted_at TIMESTAMP NOT NULL,
    PRIMARY KEY (by_id, muted_id),
    CHECK (by_id <> muted_id)
);
CREATE INDEX muted_people_muted ON muted_people (muted_id);
CREATE INDEX muted_people_event ON muted_people (event_id);
