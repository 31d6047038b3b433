-- A draft is an event or a round that is not published; what somebody fills in is a registration form.
ALTER TABLE drafts RENAME TO registration_forms;
DROP INDEX drafts_updated;
CREATE INDEX registration_forms_updated ON registration_forms (updated_at);
DROP INDEX drafts_email;
CREATE INDEX registration_forms_email ON registration_forms (event_id, email_key);
UPDATE outbox SET kind = 'form_link' WHERE kind = 'draft_link';

-- Nothing was asked of a helper that a viewer may not do.
UPDATE event_roles SET role = 'viewer' WHERE role = 'helper';
