-- Why the organiser made the changes that wait to be told, as JSON: a further change does not hide that the event has moved.
ALTER TABLE plan_news ADD COLUMN because TEXT NOT NULL DEFAULT 'null';
