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
use crate::domain::text;
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::events::EditError;
use crate::services::misfits::Whose;
use crate::services::revising::{Revised, Saved, revise};
use crate::services::tx::Tx;
use crate::store::{Db, StoreError, participants, registrations, rounds};

/// The rules of an event with everyone they name.
#[derive(Debug, Clone)]
pub struct PairRules {
    pub rules: Vec<PairRule>,
    pub people: HashMap<ParticipantId, Participant>,
}

/// What is ruled at an event.
pub fn list_pair_rules(app: &App, access: &EventAccess) -> Result<PairRules, Fault> {
    app.store.read(|db| {
        let rules = rounds::list_pair_rules(db, &access.event().id)?;
        let ids: Vec<&ParticipantId> = rules.iter().flat_map(|rule| [&rule.a, &rule.b]).collect();
        let people = participants::list_by_ids(db, &ids)?;
        Ok(PairRules {
            rules,
            people: people.into_iter().map(|person| (person.id.clone(), person)).collect(),
        })
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
        let registered = [RegistrationState::Registered.code()];
        let people = participants::list_in_states(db, &access.event().id, &registered)?;
        let by_address = people.iter().find(|participant| {
            participant.profile.person.email.as_ref().is_some_and(|email| email.is_written(&typed))
        });
        if let Some(found) = by_address {
            return Ok(Ok(found.id.clone()));
        }
        for participant in people.iter().filter(|_| typed.chars().count() == 8) {
            if registrations::get(db, &participant.id)?.code.eq_ignore_ascii_case(&typed) {
                return Ok(Ok(participant.id.clone()));
            }
        }
        let fits = |participant: &&Participant| {
            let person = &participant.profile.person;
            !wanted.is_anything() && wanted.fits(&search::key(&[&person.name, &person.organisation]))
        };
        let found: Vec<&Participant> = people.iter().filter(fits).collect();
        // "Anna Li" is meant by her whole name, although it stands in that of Anna Lindner.
        let is_named = |participant: &&&Participant| wanted.is_all_of(&participant.profile.person.name);
        let named: Vec<&Participant> = found.iter().filter(is_named).copied().collect();
        Ok(match if named.len() == 1 { named } else { found }.as_slice() {
            [] => Err(Message::new("problem-pair-nobody")),
            [one] => Ok(one.id.clone()),
            many => Err(Message::new("problem-pair-many").with("n", many.len())),
        })
    })
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
