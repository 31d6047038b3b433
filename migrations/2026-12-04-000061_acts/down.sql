DROP INDEX outbox_act;
ALTER TABLE outbox DROP COLUMN act_id;
DROP TABLE act_rows;
DROP TABLE acts;
