ALTER TABLE logins DROP COLUMN proved_at;
DROP TABLE known_browsers;
DROP TABLE half_logins;
