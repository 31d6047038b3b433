-- What the organisers of an event say before and after the words of the mails that it sends by itself, by the kind of mail.
ALTER TABLE events ADD COLUMN mail_words TEXT NOT NULL DEFAULT '{}';
