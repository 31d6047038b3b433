ALTER TABLE plan_news DROP COLUMN told_before;
