-- What a session is about, who speaks, in which language, where it can be watched, and how many people it has places for.
ALTER TABLE sessions ADD COLUMN description TEXT NOT NULL DEFAULT '{}';
ALTER TABLE sessions ADD COLUMN speakers TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN places INTEGER CHECK (places > 0);

-- Who is asked; everybody where there is none.
CREATE TABLE session_types (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    type_id TEXT NOT NULL REFERENCES participant_types (id) ON DELETE CASCADE,
    PRIMARY KEY (session_id, type_id)
);
CREATE INDEX session_types_type ON session_types (type_id);

-- Of those who chose a session with limited places: who has one, and since when the others wait.
CREATE TABLE session_places (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    has_place BOOLEAN NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (session_id, participant_id)
);
CREATE INDEX session_places_participant ON session_places (participant_id);
