//! Asks about an address that is probably mistyped, before a mail goes where nobody reads it.

use std::collections::HashMap;

use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::mail_slips;
use crate::domain::problems::Message;
use crate::domain::text::{Email, readable_domain};
use crate::store::{Db, StoreError, participants};

/// An address as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressInput {
    pub email: String,
    /// Whether it was chosen after the question what was meant.
    pub is_sure: bool,
}

/// Why an address that was typed is not taken.
pub(super) enum Mistyped {
    /// What is wrong, or to be answered.
    Asked(Message),
    Store(StoreError),
}

impl From<StoreError> for Mistyped {
    fn from(error: StoreError) -> Mistyped {
        Mistyped::Store(error)
    }
}

impl AddressInput {
    /// Reads it, and asks unless somebody is sure.
    pub(super) fn read(&self, db: &mut Db, event: &Event) -> Result<Email, Mistyped> {
        let email = Email::parse(&self.email).map_err(Mistyped::Asked)?;
        match question(db, &event.id, &email)? {
            Some(asked) if !self.is_sure => Err(Mistyped::Asked(asked)),
            _ => Ok(email),
        }
    }
}

/// Of a domain that so many at the event have, nearly the same one is probably a slip.
const MANY: usize = 3;

/// The question whether another address was meant; none if nothing speaks for it.
pub(super) fn question(db: &mut Db, event: &EventId, typed: &Email) -> Result<Option<Message>, StoreError> {
    let mut domains: HashMap<String, usize> = HashMap::new();
    for key in participants::email_keys(db, event)? {
        if let Some((_, domain)) = key.rsplit_once('@') {
            *domains.entry(readable_domain(domain)).or_default() += 1;
        }
    }
    let own: Vec<String> =
        domains.into_iter().filter(|(_, people)| *people >= MANY).map(|(domain, _)| domain).collect();
    let asked = |meant: Email| {
        Message::new(Message::SLIP).with("meant", meant.as_str()).with("typed", typed.as_str())
    };
    Ok(mail_slips::meant(typed, &own).map(asked))
}
