DROP TABLE registration_times;
