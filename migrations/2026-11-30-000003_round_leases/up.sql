-- Who solves a running round, by the token of the lease; nobody: whoever finds it takes it.
ALTER TABLE rounds ADD COLUMN solver TEXT;
-- Counted up by whoever solves it, every few seconds: where it stands still, the solver is gone.
ALTER TABLE rounds ADD COLUMN beats BIGINT NOT NULL DEFAULT 0;
-- How often somebody began to solve it and did not say why they ended.
ALTER TABLE rounds ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
-- Since when an organiser wants the best draft so far.
ALTER TABLE rounds ADD COLUMN stop_asked_at TIMESTAMP;
-- How far it is, as JSON.
ALTER TABLE rounds ADD COLUMN progress TEXT;
-- Whether the organiser who started it hears by mail when it is ready.
ALTER TABLE rounds ADD COLUMN tells_when_ready BOOLEAN NOT NULL DEFAULT FALSE;
