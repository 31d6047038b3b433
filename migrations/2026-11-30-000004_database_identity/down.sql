DROP TABLE write_receipts;
DROP TABLE database_identity;
