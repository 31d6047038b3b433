-- Changes of a draft by hand, in their order, so that each can be undone and made again.
CREATE TABLE round_steps (
    round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('move', 'remove', 'add', 'swap', 'rule')),
    account_id TEXT REFERENCES accounts (id) ON DELETE SET NULL,
    made_at TIMESTAMP NOT NULL,
    undone BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (round_id, number)
);

-- The meetings that a change was about, as they were before it and as it left them. The slot may be gone from the agenda since.
CREATE TABLE round_step_meetings (
    round_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    is_after BOOLEAN NOT NULL,
    a_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    b_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL,
    table_no INTEGER,
    weight INTEGER NOT NULL,
    terms TEXT NOT NULL,
    PRIMARY KEY (round_id, number, is_after, a_id, b_id),
    FOREIGN KEY (round_id, number) REFERENCES round_steps (round_id, number) ON DELETE CASCADE,
    CHECK (a_id < b_id)
);
CREATE INDEX round_step_meetings_a ON round_step_meetings (a_id);
CREATE INDEX round_step_meetings_b ON round_step_meetings (b_id);

-- What was ruled for a pair before a change, and what it ruled; no row where nothing is ruled.
CREATE TABLE round_step_rules (
    round_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    is_after BOOLEAN NOT NULL,
    a_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    b_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('pin', 'forbid')),
    slot_id TEXT,
    table_no INTEGER,
    PRIMARY KEY (round_id, number, is_after),
    FOREIGN KEY (round_id, number) REFERENCES round_steps (round_id, number) ON DELETE CASCADE,
    CHECK (a_id < b_id)
);
CREATE INDEX round_step_rules_a ON round_step_rules (a_id);
CREATE INDEX round_step_rules_b ON round_step_rules (b_id);
