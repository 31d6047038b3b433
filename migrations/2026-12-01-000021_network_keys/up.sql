-- The key under which addresses of the network are hashed, one a week; it goes with its week, and nobody can say then whose a
-- hash was. Hashes without a key, of which an address could be guessed back, go at once.
CREATE TABLE network_keys (
    week BIGINT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);
DELETE FROM log WHERE action = 'login.failed';
