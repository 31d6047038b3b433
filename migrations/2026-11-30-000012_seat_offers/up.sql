-- How an event's waiting list moves up: not in its last hours before the event, and by a question in its last days.
CREATE TABLE waiting_list_rules (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    stops_hours INTEGER NOT NULL CHECK (stops_hours >= 0),
    asks_days INTEGER NOT NULL CHECK (asks_days >= 0)
);

-- Somebody who waits is asked whether they can still come; the seat is theirs until then. Who did not answer is not asked again.
CREATE TABLE seat_offers (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    offered_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    lapsed BOOLEAN NOT NULL
);
CREATE INDEX seat_offers_event ON seat_offers (event_id);
