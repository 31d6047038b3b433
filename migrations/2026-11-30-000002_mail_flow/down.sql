DROP INDEX outbox_claimed;
DROP INDEX outbox_next;
CREATE INDEX outbox_due ON outbox (state, due_at);
ALTER TABLE outbox DROP COLUMN tried_at;
ALTER TABLE outbox DROP COLUMN priority;
ALTER TABLE outbox DROP COLUMN claimed_by;
DROP TABLE mail_pause;
