DROP TABLE round_step_meetings;
DROP TABLE round_steps;
