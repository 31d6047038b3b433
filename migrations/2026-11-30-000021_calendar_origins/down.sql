DROP TABLE calendar_origins;
