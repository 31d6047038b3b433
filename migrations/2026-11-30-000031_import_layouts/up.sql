-- What was said of the columns, states and topics of an imported file, for the next file with the same columns.
CREATE TABLE import_layouts (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    layout TEXT NOT NULL,
    choices TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, layout)
);
