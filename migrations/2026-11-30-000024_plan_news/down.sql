DROP TABLE plan_news;
