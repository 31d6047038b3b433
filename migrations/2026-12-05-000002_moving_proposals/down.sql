ALTER TABLE proposals DROP COLUMN instead_of;
