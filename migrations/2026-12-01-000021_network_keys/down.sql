DROP TABLE network_keys;
