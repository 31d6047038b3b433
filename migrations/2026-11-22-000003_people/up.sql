-- Whether the other person is told of a wish.
ALTER TABLE wishes ADD COLUMN shown BOOLEAN NOT NULL DEFAULT TRUE;

-- Wishes that their reader declined without a word. It outlives the wish, so that nobody is asked twice.
CREATE TABLE declined_wishes (
    from_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    declined_at TIMESTAMP NOT NULL,
    PRIMARY KEY (from_id, to_id)
);
CREATE INDEX declined_wishes_to ON declined_wishes (to_id);

-- "Shall we meet in this slot?" It holds no slot: the first meeting that is agreed on takes it.
CREATE TABLE proposals (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    from_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    message TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')),
    terms TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    CHECK (from_id <> to_id)
);
CREATE INDEX proposals_from ON proposals (from_id);
CREATE INDEX proposals_to ON proposals (to_id);
CREATE INDEX proposals_slot ON proposals (slot_id, state);
CREATE UNIQUE INDEX proposals_open_pair ON proposals (from_id, to_id) WHERE state = 'open';

-- What a participant says of one of their meetings: why they cancelled it, or that the partner did not come.
CREATE TABLE meeting_reports (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    by_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'absent')),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    told BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (meeting_id, by_id, kind)
);
CREATE INDEX meeting_reports_event ON meeting_reports (event_id, kind);
