-- What an event asks beside the registration, each purpose by itself. A changed text is a new version; the ones before
-- stay, to prove what was agreed to.
CREATE TABLE consent_texts (
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('photos', 'newsletter', 'partners')),
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL,
    -- Whether participants are asked now; the same in every version.
    asked BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (event_id, purpose, version)
);

-- More purposes, and which row is a person's last word on one.
CREATE TABLE consents_anew (
    id TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN (
        'registration', 'listed', 'shown_name', 'shown_city', 'shown_texts', 'photos', 'newsletter', 'partners'
    )),
    given BOOLEAN NOT NULL,
    -- Which text was agreed to, and in which language it was shown.
    text_version TEXT NOT NULL,
    lang TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    latest BOOLEAN NOT NULL
);
INSERT INTO consents_anew (id, participant_id, purpose, given, text_version, lang, at, latest)
    SELECT c.id, c.participant_id, c.purpose, c.given, c.text_version, c.lang, c.at, NOT EXISTS (
        SELECT 1 FROM consents l WHERE l.participant_id = c.participant_id AND l.purpose = c.purpose
            AND (l.at > c.at OR (l.at = c.at AND l.id > c.id))
    )
    FROM consents c;
DROP TABLE consents;
ALTER TABLE consents_anew RENAME TO consents;
CREATE INDEX consents_participant ON consents (participant_id, at);
CREATE INDEX consents_purpose ON consents (purpose, participant_id);
