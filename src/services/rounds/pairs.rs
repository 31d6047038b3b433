//! Pairs that the organiser pins or forbids for the next rounds.

use std::collections::HashMap;

use crate::app::App;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;
use crate::domain::round::PairRule;
use crate::domain::search::{self, Wanted};
use crate::domain::text::{self, Email};
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::events::EditError;
use crate::services::listing;
use crate::services::misfits::Whose;
use crate::services::revising::{Revised, Saved, revise};
use crate::services::tx::Tx;
use crate::store::registrations::{Filter, Named};
use crate::store::{Db, StoreError, participants, registrations, rounds};

/// A page of the rules of an event with everyone they name.
#[derive(Debug, Clone)]
pub struct PairRules {
    pub rules: Vec<PairRule>,
    /// How many rules the search finds.
    pub found: usize,
    /// How many there are without it.
    pub count: usize,
    pub people: HashMap<ParticipantId, Participant>,
}

/// Rules on a page.
pub const RULES: usize = 50;

/// A page of what is ruled at an event about the people whom a search finds; pages count from 1, and after the last one comes
/// the last one.
pub fn list_pair_rules(
    app: &App,
    access: &EventAccess,
    search: &str,
    page: usize,
) -> Result<PairRules, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let mut rules = rounds::list_pair_rules(db, event)?;
        let count = rules.len();
        if let Some(named) = listing::searched(db, event, search)? {
            rules.retain(|rule| named.contains(&rule.a) || named.contains(&rule.b));
        }
        let found = rules.len();
        let skip = (page.min(found.div_ceil(RULES)).max(1) - 1) * RULES;
        let rules: Vec<PairRule> = rules.into_iter().skip(skip).take(RULES).collect();
        let ids: Vec<&ParticipantId> = rules.iter().flat_map(|rule| [&rule.a, &rule.b]).collect();
        let people = participants::list_by_ids(db, &ids)?;
        let people = people.into_iter().map(|person| (person.id.clone(), person)).collect();
        Ok(PairRules { rules, found, count, people })
    })
}

/// Finds the one registered participant whom an organiser means: by reference code, e-mail address, or part of a name
/// or organisation that fits nobody else.
pub fn find_person(
    app: &App,
    access: &EventAccess,
    raw: &str,
) -> Result<Result<ParticipantId, Message>, Fault> {
    let typed = text::line(raw);
    let wanted = Wanted::of(&typed);
    app.store.read(|db| {
        if let Some(found) = exactly(db, &access.event().id, &typed)? {
            return Ok(Ok(found));
        }
        let state = Some(RegistrationState::Registered.code().to_string());
        let filter = Filter { state, search: typed.clone(), ..Filter::default() };
        let people = if wanted.is_anything() {
            Vec::new()
        } else {
            registrations::names(db, &access.event().id, &filter)?
        };
        // Those in whose address alone it stands are not meant.
        let fits = |one: &&Named| wanted.fits(&search::key(&[&one.name, &one.organisation]));
        let found: Vec<&Named> = people.iter().filter(fits).collect();
        // "Anna Li" is meant by her whole name, although it stands in that of Anna Lindner.
        let named: Vec<&Named> = found.iter().filter(|one| wanted.is_all_of(&one.name)).copied().collect();
        Ok(match if named.len() == 1 { named } else { found }.as_slice() {
            [] => Err(Message::new("problem-pair-nobody")),
            [one] => Ok(one.id.clone()),
            many => Err(Message::new("problem-pair-many").with("n", many.len())),
        })
    })
}

/// The registered participant with this address or reference code.
fn exactly(db: &mut Db, event: &EventId, typed: &str) -> Result<Option<ParticipantId>, StoreError> {
    let by_address = match Email::parse(typed) {
        Ok(email) => participants::find_by_email(db, event, &email)?.map(|found| found.id),
        Err(_) => None,
    };
    let found = match by_address {
        Some(found) => Some(found),
        None => registrations::find_by_code(db, event, &typed.to_uppercase())?,
    };
    let Some(found) = found else { return Ok(None) };
    let is_registered = registrations::get(db, &found)?.state == RegistrationState::Registered;
    Ok(is_registered.then_some(found))
}

/// Pins or forbids a pair for the next rounds, or forgets what was ruled.
pub fn set_pair_rule(
    app: &App,
    access: &ChangeAccess,
    pair: (&ParticipantId, &ParticipantId),
    rule: Option<PairRule>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let event = &access.event().id;
    revise(app, event, Whose::Of(pair.0), accepted, |tx, _| {
        write_rule(tx, event, pair, rule.as_ref())?;
        Ok(Revised::quiet(()))
    })
}

/// What is ruled for a pair.
pub(super) fn ruled(
    db: &mut Db,
    event: &EventId,
    pair: (&ParticipantId, &ParticipantId),
) -> Result<Option<PairRule>, StoreError> {
    let (a, b) = if pair.0 < pair.1 { pair } else { (pair.1, pair.0) };
    Ok(rounds::list_pair_rules(db, event)?.into_iter().find(|rule| rule.a == *a && rule.b == *b))
}

/// Writes what is ruled for a pair of people of the event.
pub(super) fn write_rule(
    tx: &mut Tx<'_>,
    event: &EventId,
    pair: (&ParticipantId, &ParticipantId),
    rule: Option<&PairRule>,
) -> Result<(), StoreError> {
    for id in [pair.0, pair.1] {
        if participants::get(tx.db, id)?.event != *event {
            return Err(StoreError::NotFound);
        }
    }
    let (a, b) = if pair.0 < pair.1 { pair } else { (pair.1, pair.0) };
    match rule {
        Some(rule) => {
            let rule = PairRule { a: a.clone(), b: b.clone(), ..rule.clone() };
            rounds::put_pair_rule(tx.db, event, &rule, tx.now)
        }
        None => rounds::delete_pair_rule(tx.db, event, a, b),
    }
}
