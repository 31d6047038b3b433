DROP TABLE round_settings;
