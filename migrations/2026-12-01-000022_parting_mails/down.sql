DROP TABLE parting_mails;
