DROP TABLE people_views;
