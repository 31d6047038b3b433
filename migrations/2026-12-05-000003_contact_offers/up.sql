-- Who gives whom their contact details. They are read once both give them.
CREATE TABLE contact_offers (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    from_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    given_at TIMESTAMP NOT NULL,
    PRIMARY KEY (from_id, to_id),
    CHECK (from_id <> to_id)
);
CREATE INDEX contact_offers_to ON contact_offers (to_id);
CREATE INDEX contact_offers_event ON contact_offers (event_id);
