DROP TABLE booth_absences;
DROP TABLE booths;
DROP TABLE missing_tables;
DROP TABLE event_tables;
