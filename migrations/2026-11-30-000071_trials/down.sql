DROP TABLE event_trials;
