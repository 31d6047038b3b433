//! What others changed while somebody had a form open: what was typed is merged with what is stored, and where both were
//! changed the form comes back with the other value and whose it is.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::access::{Actor, ChangeAccess};
use crate::domain::event::Event;
use crate::domain::opened::{Clash, Typed};
use crate::domain::problems::{CHANGED_MEANWHILE, Message, Problems};
use crate::store::{Db, StoreError, accounts, log};

/// Most characters of the other value that are shown: enough to know it again.
const SHOWN: usize = 200;

/// The problems of values that somebody else changed, where nobody knows who: of a form that is of no event.
pub(super) fn changed_by_somebody(clashes: &[Clash]) -> Problems {
    let problem = |Clash { field, stored }: &Clash| {
        Problems::one(field.as_str(), changed(stored).with("who", "somebody").with("time", "none"))
    };
    clashes.iter().flat_map(problem).collect()
}

fn changed(stored: &str) -> Message {
    Message::new(CHANGED_MEANWHILE)
        .with("empty", if stored.is_empty() { "yes" } else { "no" })
        .with("value", stored.chars().take(SHOWN).collect::<String>())
}

/// A form about something of an event, and whoever sent it.
pub(super) struct Form<'a> {
    pub event: &'a Event,
    /// What is logged when it is saved, and of what.
    pub action: &'a str,
    pub subject: &'a str,
    pub sender: &'a Actor,
}

impl<'a> Form<'a> {
    /// An organiser's.
    pub(super) fn of(access: &'a ChangeAccess, action: &'a str, subject: &'a str) -> Form<'a> {
        Form { event: access.event(), action, subject, sender: access.actor() }
    }

    /// What to store: what was typed, and whatever else is stored by now.
    ///
    /// # Errors
    /// A problem at each field that was changed on both sides.
    pub(super) fn merge<T, E>(&self, db: &mut Db, typed: &Typed<T>, stored: &T) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned + Clone,
        E: From<StoreError> + From<Problems>,
    {
        match typed.merge(stored) {
            Ok(merged) => Ok(merged),
            Err(clashes) => Err(self.problems(db, &clashes)?.into()),
        }
    }

    /// The problems of such clashes.
    fn problems(&self, db: &mut Db, clashes: &[Clash]) -> Result<Problems, StoreError> {
        let last = log::last(db, &self.event.id, self.action, self.subject)?;
        let time = last.as_ref().map(|entry| entry.at.with_timezone(&self.event.time_zone));
        let who = match &last {
            Some(entry) => self.who(db, &entry.actor)?,
            None => "somebody".to_string(),
        };
        let mut problems = Problems::new();
        for Clash { field, stored } in clashes {
            let time = time.map_or_else(|| "none".to_string(), |time| time.format("%H:%M").to_string());
            let message = changed(stored).with("who", &who).with("time", time);
            problems.add(field, message);
        }
        Ok(problems)
    }

    /// A name where the reader may know it, else a word that the catalogue tells.
    fn who(&self, db: &mut Db, actor: &str) -> Result<String, StoreError> {
        if actor == self.sender.code() {
            return Ok("yourself".to_string());
        }
        let account = Actor::account_of(actor);
        match (self.sender, account) {
            (Actor::Organiser(_), Some(id)) => match accounts::list_by_ids(db, &[id])?.pop() {
                Some(account) => Ok(account.name),
                None => Ok("organiser".to_string()),
            },
            (_, Some(_)) => Ok("organiser".to_string()),
            (_, None) if *actor == Actor::Participant.code() => Ok("participant".to_string()),
            (_, None) => Ok("somebody".to_string()),
        }
    }
}
