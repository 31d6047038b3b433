DROP TABLE participant_tags;
DROP TABLE participant_notes;
