-- Which database this is: one row, so that an empty or another one in its place is noticed.
CREATE TABLE database_identity (
    id TEXT PRIMARY KEY NOT NULL,
    -- When it was last tried whether the database can be written.
    probed_at TIMESTAMP NOT NULL
);

-- The last write of each connection to Postgres, by which one that broke while it was ending is known to be stored or not.
CREATE TABLE write_receipts (
    id TEXT PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
