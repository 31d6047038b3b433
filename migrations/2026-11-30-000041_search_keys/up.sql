-- What a search goes through: name and organisation without marks and by the usual transcriptions. The program fills it in.
DROP INDEX participants_organisation;
ALTER TABLE participants DROP COLUMN organisation_key;
ALTER TABLE participants ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
