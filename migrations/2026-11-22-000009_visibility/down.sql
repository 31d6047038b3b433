DELETE FROM consents WHERE purpose LIKE 'shown%';
ALTER TABLE participants DROP COLUMN shown;
