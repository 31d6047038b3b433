ALTER TABLE plan_news DROP COLUMN because;
