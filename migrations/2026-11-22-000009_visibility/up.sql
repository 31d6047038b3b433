-- Which fields of a listed participant others see beside those that every entry of the list has: name, city, texts.
ALTER TABLE participants ADD COLUMN shown TEXT NOT NULL DEFAULT '';

-- Whoever agreed to be listed until now agreed to a text that named these; organisations without a person have nothing
-- to hide.
UPDATE participants SET shown = 'name,texts' WHERE listed AND source <> 'import';
UPDATE participants SET shown = 'name,city,texts' WHERE listed AND source = 'import';
INSERT INTO consents (id, participant_id, purpose, given, text_version, lang, at, latest)
    SELECT c.id || '-name', c.participant_id, 'shown_name', TRUE, c.text_version, c.lang, c.at, TRUE
    FROM consents c WHERE c.purpose = 'listed' AND c.given AND c.latest;
INSERT INTO consents (id, participant_id, purpose, given, text_version, lang, at, latest)
    SELECT c.id || '-texts', c.participant_id, 'shown_texts', TRUE, c.text_version, c.lang, c.at, TRUE
    FROM consents c WHERE c.purpose = 'listed' AND c.given AND c.latest;
