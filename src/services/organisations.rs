//! How an event's organisations are spelled: which spellings probably mean one, and merging them for all who have them.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::log::note_detail;
use super::misfits::Whose;
use super::revising::{Revised, Saved, revise};
use crate::app::App;
use crate::domain::change::{self, differences};
use crate::domain::event::Event;
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::RegistrationState;
use crate::domain::same_organisation::{self, Spelling};
use crate::domain::text;
use crate::store::{Db, StoreError, organisations, participants, programme};

/// The spellings of an event.
#[derive(Debug, Clone)]
pub struct Organisations {
    /// All of them, with how many people have each.
    pub all: BTreeMap<String, usize>,
    /// Those that probably mean one.
    pub doubles: Vec<Vec<Spelling>>,
}

/// How the organisations of an event are spelled.
pub fn list(app: &App, access: &EventAccess) -> Result<Organisations, Fault> {
    let all = app.store.read(|db| organisations::count_spellings(db, &access.event().id))?;
    let doubles = same_organisation::groups(&all);
    Ok(Organisations { all, doubles })
}

fn everyone(db: &mut Db, event: &Event) -> Result<Vec<Participant>, StoreError> {
    participants::list_in_states(db, &event.id, &RegistrationState::CODES)
}

/// Gives everybody who has one of these spellings another one, in whatever state they are. Published meetings of people who turn
/// out to be of one organisation have to be accepted.
///
/// # Errors
/// A problem at `into` if it is no name, and at `from` if nobody has such a spelling.
pub fn merge(
    app: &App,
    access: &ChangeAccess,
    (from, into): (&[String], &str),
    accepted: &Accepted,
) -> Result<Saved<usize>, EditError> {
    let into = text::required(into, text::NAME_MAX, "problem-organisations-into")
        .map_err(|message| Problems::one("into", message))?;
    // Whoever has no organisation has no spelling of one.
    let is_other = |one: &&str| !one.trim().is_empty() && *one != into;
    let from: BTreeSet<&str> = from.iter().map(String::as_str).filter(is_other).collect();
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let mut people = everyone(tx.db, &event)?;
        people.retain(|one| {
            let person = &one.profile.person;
            !person.is_erased() && from.contains(person.organisation.as_str())
        });
        if people.is_empty() {
            return Err(Problems::one("from", Message::new("problem-organisations-none")).into());
        }
        for before in &people {
            let mut changed = Participant { updated_at: tx.now, ..before.clone() };
            let person = &mut changed.profile.person;
            // An organisation that stands for itself has no name of its own.
            if person.name == person.organisation {
                person.name.clone_from(&into);
            }
            person.organisation.clone_from(&into);
            participants::update(tx.db, &changed)?;
            let detail = change::encode(&differences(before, &changed, &event, &lists));
            note_detail(tx, &event.id, &before.id, access.actor(), "participant.changed_person", &detail)?;
        }
        // Names of organisations can be names of people: each of them has theirs in their own history.
        let told = format!("{} → 1 ({})", from.len() + 1, people.len());
        access.note(tx, "organisation.merged", event.id.as_str(), &told)?;
        Ok(Revised::quiet(people.len()))
    })
}
