DROP TABLE session_places;
DROP TABLE session_types;
ALTER TABLE sessions DROP COLUMN places;
ALTER TABLE sessions DROP COLUMN link;
ALTER TABLE sessions DROP COLUMN language;
ALTER TABLE sessions DROP COLUMN speakers;
ALTER TABLE sessions DROP COLUMN description;
