-- What an organiser states about the accessibility of an event's pages; one without a row says what holds for all.
CREATE TABLE accessibility_statements (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    checked_on DATE,
    limits TEXT NOT NULL,
    phone TEXT NOT NULL,
    enforcement TEXT NOT NULL,
    easy_language TEXT NOT NULL,
    sign_language TEXT NOT NULL
);
