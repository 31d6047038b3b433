DROP TABLE domain_alarms;
DROP INDEX outbox_returned;
ALTER TABLE outbox DROP COLUMN bounce_verdict;
