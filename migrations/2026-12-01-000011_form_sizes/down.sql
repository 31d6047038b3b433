DROP INDEX registration_forms_size;
ALTER TABLE registration_forms DROP COLUMN size;
