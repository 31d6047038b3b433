DROP TABLE contact_offers;
