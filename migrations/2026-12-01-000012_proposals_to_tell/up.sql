-- When the one who is asked, and the author, are told of a proposal; none once they are, or need not be any more.
ALTER TABLE proposals ADD COLUMN tell_at TIMESTAMP;
ALTER TABLE proposals ADD COLUMN receipt_at TIMESTAMP;
