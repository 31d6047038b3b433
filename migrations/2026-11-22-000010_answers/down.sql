CREATE TABLE consents_anew (
    id TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN (
        'registration', 'listed', 'shown_name', 'shown_city', 'shown_texts', 'photos', 'newsletter', 'partners'
    )),
    given BOOLEAN NOT NULL,
    text_version TEXT NOT NULL,
    lang TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    latest BOOLEAN NOT NULL
);
INSERT INTO consents_anew (id, participant_id, purpose, given, text_version, lang, at, latest)
    SELECT id, participant_id, purpose, given, text_version, lang, at, latest FROM consents
    WHERE purpose NOT LIKE 'shown_%' OR purpose IN ('shown_name', 'shown_city', 'shown_texts');
DROP TABLE consents;
ALTER TABLE consents_anew RENAME TO consents;
CREATE INDEX consents_participant ON consents (participant_id, at);
CREATE INDEX consents_purpose ON consents (purpose, participant_id);

ALTER TABLE participants ADD COLUMN city TEXT NOT NULL DEFAULT '';
UPDATE participants SET city = COALESCE(
    (SELECT value FROM answers WHERE answers.participant_id = participants.id AND answers.field = 'city'), ''
);
DROP TABLE answers;
DROP TABLE question_types;
DROP TABLE question_choices;
DROP TABLE questions;
