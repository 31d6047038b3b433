-- When somebody was told of changes or proposals before what waits now: a quarter of an hour lies between two such mails.
ALTER TABLE plan_news ADD COLUMN told_before TIMESTAMP;
-- A time beside a proposal that has ended says from now on when its author hears of that: until now they heard at once.
UPDATE proposals SET tell_at = NULL, receipt_at = NULL WHERE state <> 'open';
