-- A form that was sent for an address that another form was sent for before: its answers count if its own link is used, and until
-- then change nothing.
CREATE TABLE sent_forms (
    link_hash TEXT PRIMARY KEY NOT NULL REFERENCES links (token_hash) ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants (id) ON DELETE CASCADE,
    answers TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL
);
CREATE INDEX sent_forms_participant ON sent_forms (participant_id);

-- Links of registrations that nobody confirmed in time and that were deleted, to tell whoever opens one: nothing of the person.
-- How many there are is what an event counts of them.
CREATE TABLE lapsed_links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    lapsed_at TIMESTAMP NOT NULL
);
CREATE INDEX lapsed_links_event ON lapsed_links (event_id);

-- Registrations that nobody confirmed were kept as expired: now they are deleted, in the way of those that nobody confirms.
UPDATE registrations SET state = 'unconfirmed' WHERE state = 'expired';
-- A form that a stranger sent changes nothing of who was invited.
UPDATE registrations SET state = CASE
        WHEN (SELECT answered_at FROM invitations WHERE invitations.participant_id = registrations.participant_id) IS NOT NULL
            THEN 'declined'
        ELSE 'unanswered'
    END
    WHERE state = 'unconfirmed' AND participant_id IN (SELECT participant_id FROM invitations);
