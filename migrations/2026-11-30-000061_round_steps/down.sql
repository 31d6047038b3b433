DROP TABLE round_step_rules;
DROP TABLE round_step_meetings;
DROP TABLE round_steps;
