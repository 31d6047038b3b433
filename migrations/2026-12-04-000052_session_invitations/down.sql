DROP TABLE session_invitations;
ALTER TABLE sessions DROP COLUMN by_invitation;
