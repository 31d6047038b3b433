ALTER TABLE participants DROP COLUMN search_key;
ALTER TABLE participants ADD COLUMN organisation_key TEXT NOT NULL DEFAULT '';
CREATE INDEX participants_organisation ON participants (event_id, organisation_key);
