-- Mails that name somebody whose data was deleted, and that must still go: the last mail to the person, and those that tell
-- partners that a meeting is off. They are forgotten, files too, as soon as they have gone or were given up.
CREATE TABLE parting_mails (
    mail_id TEXT NOT NULL PRIMARY KEY
);
