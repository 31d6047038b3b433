-- Events that are tried out, and since when: what was made after that goes when the trial run ends. For everybody who does not
-- have their address they are drafts.
CREATE TABLE event_trials (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    began_at TIMESTAMP NOT NULL
);
