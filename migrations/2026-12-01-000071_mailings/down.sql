DROP TABLE directory_visits;
ALTER TABLE unsubscribe_links DROP COLUMN series;
CREATE TABLE unsubscribed_before (
    participant_id TEXT NOT NULL PRIMARY KEY REFERENCES participants (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL
);
INSERT INTO unsubscribed_before (participant_id, at) SELECT participant_id, at FROM unsubscribed WHERE series = 'reminders';
DROP TABLE unsubscribed;
ALTER TABLE unsubscribed_before RENAME TO unsubscribed;
DROP TABLE mailing_recipients;
DROP TABLE mailings;
