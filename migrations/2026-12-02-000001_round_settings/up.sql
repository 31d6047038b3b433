-- With which settings an event's first round begins, where they come from the event that it was made like.
CREATE TABLE round_settings (
    event_id TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    settings TEXT NOT NULL
);
