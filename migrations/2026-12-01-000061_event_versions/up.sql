-- Which version of an event's people and of its plan the tables hold. Triggers raise it with every change, whoever makes it
-- (`store/event_versions.rs`); each connection to Postgres has rows of its own, so that nobody waits for another's.
CREATE TABLE event_versions (
    event_id TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('people', 'plan')),
    writer BIGINT NOT NULL,
    version BIGINT NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, part, writer)
);
