DROP INDEX meetings_a;
DROP INDEX meetings_b;
