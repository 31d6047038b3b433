-- Whether anybody could ask for the mail that carries a link: such a link makes no other one old that nobody could ask for.
ALTER TABLE links ADD COLUMN asked BOOLEAN NOT NULL DEFAULT FALSE;
