-- How often what the entries of an event and of its sessions say was changed: the SEQUENCE by which calendars tell an older entry
-- from a newer one.
ALTER TABLE calendar_origins ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
