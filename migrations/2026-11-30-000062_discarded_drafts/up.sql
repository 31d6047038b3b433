-- When a draft was thrown away, as long as its meetings are kept so that it can be restored.
ALTER TABLE rounds ADD COLUMN discarded_at TIMESTAMP;
