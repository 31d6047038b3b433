-- What organisers note about a participant, for the event's team; the participant gets it with their own data.
CREATE TABLE participant_notes (
    id TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX participant_notes_participant ON participant_notes (participant_id, written_at);

-- Short labels by which the team finds participants.
CREATE TABLE participant_tags (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (participant_id, tag)
);
CREATE INDEX participant_tags_tag ON participant_tags (tag);
