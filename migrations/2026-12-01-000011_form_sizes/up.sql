-- How many bytes the answers of a form take: all forms of an event share an amount of room.
ALTER TABLE registration_forms ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
UPDATE registration_forms SET size = LENGTH(answers);
CREATE INDEX registration_forms_size ON registration_forms (event_id, size);
