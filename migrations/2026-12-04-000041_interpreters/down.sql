DROP INDEX round_step_meetings_interpreter;
ALTER TABLE round_step_meetings DROP COLUMN interpreter_id;
DROP INDEX round_meetings_interpreter;
ALTER TABLE round_meetings DROP COLUMN interpreter_id;
DROP INDEX meetings_interpreter;
ALTER TABLE meetings DROP COLUMN interpreter_id;
DROP TABLE interpreter_absences;
DROP TABLE interpreters;
DROP TABLE language_rules;
