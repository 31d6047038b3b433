-- By what calendars know what an event sends them: the end of each UID, and the address of ORGANIZER. Another MAIL_FROM or
-- BASE_URL leaves both as they are. Events from before get theirs from the worker.
CREATE TABLE calendar_origins (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    uid_host TEXT NOT NULL,
    organiser TEXT NOT NULL
);
