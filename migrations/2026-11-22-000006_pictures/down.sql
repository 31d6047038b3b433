DROP TABLE event_pictures;
ALTER TABLE events DROP COLUMN pictures;
