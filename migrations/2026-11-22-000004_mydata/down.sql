ALTER TABLE events DROP COLUMN shredded_at;
ALTER TABLE events DROP COLUMN shred_after_days;
ALTER TABLE events DROP COLUMN changes_until;
DROP INDEX drafts_email;
ALTER TABLE drafts DROP COLUMN email_key;
DROP TABLE consents;
DROP TABLE feeds;
