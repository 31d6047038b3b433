//! Contact details that two people give each other: the fields of the registration that a card of contact details has.

use super::answer::AnswerKey;
use super::field::{FIELDS, Field, NAME, ORGANISATION};
use super::ids::ParticipantId;
use super::participant::Person;

/// Somebody's contact details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub of: ParticipantId,
    /// What they answered, in the order of the form; nothing is empty.
    pub lines: Vec<(&'static Field, String)>,
}

impl Contact {
    /// Of a person, whatever they show to everybody.
    pub fn of(id: &ParticipantId, person: &Person) -> Contact {
        let line = |field: &'static Field| {
            let value = person.answer(&AnswerKey::Field(field.code))?.stored();
            (!value.is_empty()).then_some((field, value))
        };
        Contact { of: id.clone(), lines: Contact::fields().filter_map(line).collect() }
    }

    /// The fields of which one is made.
    pub fn fields() -> impl Iterator<Item = &'static Field> {
        FIELDS.iter().filter(|field| !field.vcard.is_empty())
    }

    /// What somebody answered to a field; empty if nothing.
    pub fn value(&self, code: &str) -> &str {
        let found = self.lines.iter().find(|(field, _)| field.code == code);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Their name, or the organisation that stands for itself.
    pub fn name(&self) -> &str {
        match self.value(NAME) {
            "" => self.value(ORGANISATION),
            name => name,
        }
    }
}

/// What two people have given each other, as one of them sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    Nothing,
    /// I give mine, and they have not given theirs.
    Given,
    /// They give theirs, and I have not given mine.
    Offered,
    Both(Contact),
}
