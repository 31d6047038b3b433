-- From when until when people can register for an event, where it says so.
CREATE TABLE registration_times (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    opens_at TIMESTAMP,
    closes_at TIMESTAMP
);
