DROP TABLE event_versions;
