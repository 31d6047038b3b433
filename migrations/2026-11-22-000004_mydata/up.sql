-- The secret address of a participant's calendar feed: one each, and only the hash of its token is kept.
CREATE TABLE feeds (
    participant_id TEXT PRIMARY KEY NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMP NOT NULL
);

-- What a participant agreed to and took back, each purpose by itself; rows are only ever added.
CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('registration', 'listed')),
    given BOOLEAN NOT NULL,
    -- Which text was agreed to, and in which language it was shown.
    text_version TEXT NOT NULL,
    lang TEXT NOT NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX consents_participant ON consents (participant_id, at);

-- What was agreed to before this table was there. Imported people agreed to nothing here.
INSERT INTO consents (id, participant_id, purpose, given, text_version, lang, at)
    SELECT p.id || '-registration', p.id, 'registration', TRUE, r.consent_version, p.lang, r.consent_at
    FROM registrations r JOIN participants p ON p.id = r.participant_id WHERE p.source = 'form';
INSERT INTO consents (id, participant_id, purpose, given, text_version, lang, at)
    SELECT p.id || '-listed', p.id, 'listed', TRUE, r.consent_version, p.lang, r.consent_at
    FROM registrations r JOIN participants p ON p.id = r.participant_id WHERE p.source = 'form' AND p.listed;

-- Whose draft it seems to be: found again when that person wants everything deleted. Empty while no address is typed.
ALTER TABLE drafts ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
CREATE INDEX drafts_email ON drafts (event_id, email_key);

-- Last day, in the event's zone, on which participants change their answers themselves.
ALTER TABLE events ADD COLUMN changes_until DATE;
-- So many days after the event its participants become nameless.
ALTER TABLE events ADD COLUMN shred_after_days INTEGER NOT NULL DEFAULT 90 CHECK (shred_after_days >= 0);
ALTER TABLE events ADD COLUMN shredded_at TIMESTAMP;
