UPDATE outbox SET kind = 'draft_link' WHERE kind = 'form_link';
ALTER TABLE registration_forms RENAME TO drafts;
DROP INDEX registration_forms_updated;
CREATE INDEX drafts_updated ON drafts (updated_at);
DROP INDEX registration_forms_email;
CREATE INDEX drafts_email ON drafts (event_id, email_key);
