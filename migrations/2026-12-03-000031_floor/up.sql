-- Tables of which more is said than their number.
CREATE TABLE event_tables (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    table_no INTEGER NOT NULL CHECK (table_no > 0),
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    type_id TEXT REFERENCES participant_types (id) ON DELETE SET NULL,
    PRIMARY KEY (event_id, table_no)
);
CREATE INDEX event_tables_type ON event_tables (type_id);

-- The slots in which a table is not there.
CREATE TABLE missing_tables (
    event_id TEXT NOT NULL,
    table_no INTEGER NOT NULL,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, table_no, slot_id),
    FOREIGN KEY (event_id, table_no) REFERENCES event_tables (event_id, table_no) ON DELETE CASCADE
);
CREATE INDEX missing_tables_slot ON missing_tables (slot_id);

-- Who stays at which table, and the slots in which they do not.
CREATE TABLE booths (
    participant_id TEXT NOT NULL PRIMARY KEY REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    table_no INTEGER NOT NULL CHECK (table_no > 0)
);
CREATE INDEX booths_event ON booths (event_id);
CREATE TABLE booth_absences (
    participant_id TEXT NOT NULL REFERENCES booths (participant_id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    PRIMARY KEY (participant_id, slot_id)
);
CREATE INDEX booth_absences_slot ON booth_absences (slot_id);
