-- What the law asks to be said about who is responsible and why data is kept: of the installation (owner ''), and of events that
-- say something else (owner: the event's id). JSON, as `domain/legal.rs` has it.
CREATE TABLE legal_notices (
    owner TEXT NOT NULL PRIMARY KEY,
    notice TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
