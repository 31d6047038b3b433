-- Lists of participants that an organiser has sent and not imported yet; kept for a day.
CREATE TABLE uploads (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    content BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX uploads_created ON uploads (created_at);
