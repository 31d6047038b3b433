-- One folder for SQLite and Postgres: text ids, UTC timestamps, enums as text with CHECK, JSON as opaque text.

CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    is_admin BOOLEAN NOT NULL DEFAULT FALSE,
    lang TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- A browser in which an organiser is logged in.
CREATE TABLE logins (
    token_hash TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    browser TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL
);
CREATE INDEX logins_account ON logins (account_id);

-- One-time links for organisers: first set-up of the installation, or a new password.
CREATE TABLE account_links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'password')),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);

CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    languages TEXT NOT NULL,
    name TEXT NOT NULL,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    organiser_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    time_zone TEXT NOT NULL,
    venue_kind TEXT NOT NULL CHECK (venue_kind IN ('onsite', 'online')),
    venue TEXT NOT NULL,
    table_count INTEGER NOT NULL CHECK (table_count >= 0),
    room_link TEXT NOT NULL,
    capacity INTEGER CHECK (capacity >= 0),
    approval BOOLEAN NOT NULL,
    same_country BOOLEAN NOT NULL,
    calendar_mode TEXT NOT NULL CHECK (calendar_mode IN ('invitation', 'file')),
    wished_minimum INTEGER NOT NULL CHECK (wished_minimum >= 0),
    accent TEXT NOT NULL,
    seats_taken INTEGER NOT NULL CHECK (seats_taken >= 0),
    next_seq BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

CREATE TABLE event_roles (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'organiser', 'helper', 'viewer')),
    PRIMARY KEY (event_id, account_id)
);

CREATE TABLE participant_types (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX participant_types_event ON participant_types (event_id);

-- Which participant types may meet, and which want to: only pairs that differ from "may meet" have a row; type_a <= type_b.
CREATE TABLE type_rules (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    type_a TEXT NOT NULL REFERENCES participant_types (id) ON DELETE CASCADE,
    type_b TEXT NOT NULL REFERENCES participant_types (id) ON DELETE CASCADE,
    rule TEXT NOT NULL CHECK (rule IN ('never', 'wanted')),
    PRIMARY KEY (event_id, type_a, type_b)
);

CREATE TABLE topics (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    parent_id TEXT REFERENCES topics (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX topics_event ON topics (event_id);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX sessions_event ON sessions (event_id);

CREATE TABLE meeting_blocks (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0),
    pause_minutes INTEGER NOT NULL CHECK (pause_minutes >= 0),
    slot_count INTEGER NOT NULL CHECK (slot_count > 0)
);
CREATE INDEX meeting_blocks_event ON meeting_blocks (event_id);

CREATE TABLE slots (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    block_id TEXT NOT NULL REFERENCES meeting_blocks (id) ON DELETE CASCADE,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL
);
CREATE INDEX slots_event ON slots (event_id);
CREATE UNIQUE INDEX slots_block_start ON slots (block_id, starts_at);

CREATE TABLE participants (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    email TEXT,
    email_key TEXT,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_key TEXT NOT NULL,
    organisation_type TEXT NOT NULL,
    country TEXT NOT NULL,
    city TEXT NOT NULL,
    type_id TEXT REFERENCES participant_types (id) ON DELETE SET NULL,
    languages TEXT NOT NULL,
    lang TEXT NOT NULL,
    max_meetings INTEGER NOT NULL CHECK (max_meetings >= 0),
    listed BOOLEAN NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('form', 'import', 'demo')),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX participants_email_key ON participants (event_id, email_key) WHERE email_key IS NOT NULL;
CREATE INDEX participants_organisation ON participants (event_id, organisation_key);

CREATE TABLE registrations (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'awaiting_approval', 'registered', 'waiting_list', 'rejected', 'cancelled', 'expired')),
    waiting_seq BIGINT,
    consent_version TEXT NOT NULL,
    consent_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    CHECK ((state = 'waiting_list') = (waiting_seq IS NOT NULL))
);
CREATE UNIQUE INDEX registrations_waiting ON registrations (event_id, waiting_seq) WHERE waiting_seq IS NOT NULL;
CREATE INDEX registrations_event_state ON registrations (event_id, state);

CREATE TABLE interests (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    topic_id TEXT NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('offer', 'seek')),
    text TEXT NOT NULL,
    PRIMARY KEY (participant_id, topic_id, kind)
);

CREATE TABLE attended_blocks (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    block_id TEXT NOT NULL REFERENCES meeting_blocks (id) ON DELETE CASCADE,
    PRIMARY KEY (participant_id, block_id)
);

CREATE TABLE attended_sessions (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    PRIMARY KEY (participant_id, session_id)
);

-- A wish or a block of one participant about another; a wish never holds a slot.
CREATE TABLE wishes (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    from_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    to_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('wish', 'block')),
    message TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (from_id, to_id),
    CHECK (from_id <> to_id)
);
CREATE INDEX wishes_to ON wishes (to_id);
CREATE INDEX wishes_event ON wishes (event_id);

-- Secret links of participants; only the hash of a token is kept.
CREATE TABLE links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'personal')),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    replaced_at TIMESTAMP
);
CREATE INDEX links_participant ON links (participant_id);

-- A registration form that is being filled in.
CREATE TABLE drafts (
    token_hash TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    answers TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX drafts_updated ON drafts (updated_at);

-- Pairs that the organiser pins or forbids; a_id < b_id.
CREATE TABLE pair_rules (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    a_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    b_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('pin', 'forbid')),
    slot_id TEXT REFERENCES slots (id) ON DELETE SET NULL,
    table_no INTEGER,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, a_id, b_id),
    CHECK (a_id < b_id)
);

CREATE TABLE rounds (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'draft', 'published', 'failed', 'discarded')),
    settings TEXT NOT NULL,
    seed BIGINT NOT NULL,
    report TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    published_at TIMESTAMP
);
CREATE UNIQUE INDEX rounds_number ON rounds (event_id, number);

CREATE TABLE round_meetings (
    round_id TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    a_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    b_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    table_no INTEGER,
    weight INTEGER NOT NULL,
    terms TEXT NOT NULL,
    PRIMARY KEY (round_id, a_id, b_id),
    CHECK (a_id < b_id)
);

CREATE TABLE meetings (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    round_id TEXT REFERENCES rounds (id) ON DELETE SET NULL,
    a_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    b_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    table_no INTEGER,
    state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
    terms TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK (a_id < b_id)
);
CREATE INDEX meetings_event ON meetings (event_id, state);
CREATE UNIQUE INDEX meetings_pair ON meetings (event_id, a_id, b_id) WHERE state = 'planned';
CREATE UNIQUE INDEX meetings_table ON meetings (slot_id, table_no) WHERE state = 'planned' AND table_no IS NOT NULL;

-- Who sits in which planned meeting: the key makes a double booking impossible.
CREATE TABLE meeting_seats (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    slot_id TEXT NOT NULL REFERENCES slots (id) ON DELETE CASCADE,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    PRIMARY KEY (participant_id, slot_id)
);
CREATE INDEX meeting_seats_meeting ON meeting_seats (meeting_id);

-- Mails to be sent: one row for each recipient, written in the transaction of the fact it reports.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    participant_id TEXT REFERENCES participants (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    -- The whole mail as it goes over the wire; emptied once sent, because it holds a secret link.
    mime TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    claimed_until TIMESTAMP,
    problem TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP
);
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_event ON outbox (event_id, created_at);
CREATE INDEX outbox_recipient ON outbox (lower(recipient), created_at);

-- Who changed what, and when; rows are only ever added.
CREATE TABLE log (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX log_event ON log (event_id, at);
