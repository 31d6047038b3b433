DROP TABLE muted_people;
DROP TABLE direct_messages;
