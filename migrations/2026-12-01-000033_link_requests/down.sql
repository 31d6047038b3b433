DROP TABLE link_requests;
ALTER TABLE links DROP COLUMN mailed;
