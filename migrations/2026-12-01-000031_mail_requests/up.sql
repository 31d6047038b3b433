-- Mails that anybody can make the program send, for a day: what the limits count. They hang on no participant: what
-- a stranger asks for counts whether or not somebody is registered.
CREATE TABLE mail_requests (
    id TEXT PRIMARY KEY NOT NULL,
    mailbox TEXT NOT NULL,
    domain TEXT NOT NULL,
    event_id TEXT REFERENCES events (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL
);
CREATE INDEX mail_requests_mailbox ON mail_requests (mailbox, due_at);
CREATE INDEX mail_requests_domain ON mail_requests (domain, due_at);
CREATE INDEX mail_requests_event ON mail_requests (event_id, due_at);
