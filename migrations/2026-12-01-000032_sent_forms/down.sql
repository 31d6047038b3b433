DROP TABLE lapsed_links;
DROP TABLE sent_forms;
