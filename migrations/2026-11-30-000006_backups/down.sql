DROP TABLE restores;
DROP TABLE scheduled_backups;
