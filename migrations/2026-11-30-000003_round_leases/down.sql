ALTER TABLE rounds DROP COLUMN tells_when_ready;
ALTER TABLE rounds DROP COLUMN progress;
ALTER TABLE rounds DROP COLUMN stop_asked_at;
ALTER TABLE rounds DROP COLUMN tries;
ALTER TABLE rounds DROP COLUMN beats;
ALTER TABLE rounds DROP COLUMN solver;
