DROP TABLE seat_offers;
DROP TABLE waiting_list_rules;
