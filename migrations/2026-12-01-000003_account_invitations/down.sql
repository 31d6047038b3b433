DROP TABLE deactivated_accounts;
DROP TABLE account_invitations;
