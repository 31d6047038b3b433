DROP TABLE consent_texts;
DELETE FROM consents WHERE purpose NOT IN ('registration', 'listed');
DROP INDEX consents_purpose;
ALTER TABLE consents DROP COLUMN latest;
