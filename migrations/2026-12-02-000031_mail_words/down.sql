ALTER TABLE events DROP COLUMN mail_words;
