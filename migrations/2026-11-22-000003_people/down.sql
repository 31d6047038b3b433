DROP TABLE meeting_reports;
DROP TABLE proposals;
DROP TABLE declined_wishes;
ALTER TABLE wishes DROP COLUMN shown;
