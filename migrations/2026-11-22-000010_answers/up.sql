-- What an event asks beside the fields of every event; label and help are texts in languages.
CREATE TABLE questions (
    id TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'text', 'long_text', 'one', 'several', 'number', 'date', 'country', 'agree'
    )),
    label TEXT NOT NULL,
    help TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    -- Whether other participants see the answers of those whom they see.
    visible BOOLEAN NOT NULL,
    -- Asked only if this other question has this answer.
    condition_question TEXT REFERENCES questions (id) ON DELETE SET NULL,
    condition_answer TEXT NOT NULL,
    -- What the answers are used for; those about access and food may tell of health or religion.
    purpose TEXT NOT NULL CHECK (purpose IN ('organisation', 'access', 'food')),
    -- Whether the same or different answers speak for a meeting, and with how many points.
    matching TEXT NOT NULL CHECK (matching IN ('', 'same', 'different')),
    points INTEGER NOT NULL CHECK (points >= 0),
    -- Days after the event after which the answers are deleted, if that is earlier than everything else.
    life_days INTEGER CHECK (life_days >= 0),
    closed_at TIMESTAMP
);
CREATE INDEX questions_event ON questions (event_id);

CREATE TABLE question_choices (
    id TEXT PRIMARY KEY NOT NULL,
    question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX question_choices_question ON question_choices (question_id);

-- Whom a question is put to; to everyone if it has no row.
CREATE TABLE question_types (
    question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    type_id TEXT NOT NULL REFERENCES participant_types (id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, type_id)
);

-- What a participant answered: to a field of every event by its code, to a question of the event by its id.
CREATE TABLE answers (
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    question_id TEXT REFERENCES questions (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    PRIMARY KEY (participant_id, field),
    CHECK (question_id IS NULL OR question_id = field)
);
CREATE INDEX answers_question ON answers (question_id);
INSERT INTO answers (participant_id, field, question_id, value)
    SELECT id, 'city', NULL, city FROM participants WHERE city <> '';
ALTER TABLE participants DROP COLUMN city;

-- Every field that others see only if its owner ticked it has a consent of its own.
CREATE TABLE consents_anew (
    id TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (
        purpose IN ('registration', 'listed', 'photos', 'newsletter', 'partners') OR purpose LIKE 'shown_%'
    ),
    given BOOLEAN NOT NULL,
    -- Which text was agreed to, and in which language it was shown.
    text_version TEXT NOT NULL,
    lang TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    latest BOOLEAN NOT NULL
);
INSERT INTO consents_anew (id, participant_id, purpose, given, text_version, lang, at, latest)
    SELECT id, participant_id, purpose, given, text_version, lang, at, latest FROM consents;
DROP TABLE consents;
ALTER TABLE consents_anew RENAME TO consents;
CREATE INDEX consents_participant ON consents (participant_id, at);
CREATE INDEX consents_purpose ON consents (purpose, participant_id);
