-- Filters of the list of participants under names, for the event's team.
CREATE TABLE people_views (
    id TEXT NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- The filter as it was asked.
    people TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX people_views_event ON people_views (event_id, name);
