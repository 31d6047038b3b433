-- Somebody's own meetings are asked for on every page of theirs.
CREATE INDEX meetings_a ON meetings (a_id);
CREATE INDEX meetings_b ON meetings (b_id);
