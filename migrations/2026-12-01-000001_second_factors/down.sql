DROP TABLE second_factor_events;
DROP TABLE recovery_codes;
DROP TABLE second_factor_offers;
DROP TABLE second_factors;
