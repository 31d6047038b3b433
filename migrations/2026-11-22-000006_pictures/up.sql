-- What pictures an event has, with their texts, as JSON; the bytes are in a table of their own, so that reading an event stays light.
ALTER TABLE events ADD COLUMN pictures TEXT NOT NULL DEFAULT '{}';

CREATE TABLE event_pictures (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('logo', 'floor_plan')),
    format TEXT NOT NULL CHECK (format IN ('png', 'jpeg')),
    content BYTEA NOT NULL,
    PRIMARY KEY (event_id, kind)
);
