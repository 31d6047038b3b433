//! One change to many participants: an answer that is chosen, or a tag. First what it would do, then all of it or nothing. Nobody
//! is mailed about it.

use std::collections::BTreeMap;

use super::Fault;
use super::access::ChangeAccess;
use super::events::EditError;
use super::misfits::Whose;
use super::notes_and_tags::new_tag;
use super::registrations::MOST_AT_ONCE;
use super::revising::{Revised, Saved, revise};
use super::tx::Tx;
use super::{session_invitations, session_places};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::bulk_change::{BulkChange, Outcome, Why};
use crate::domain::change;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{ParticipantId, SessionId};
use crate::domain::lang::Lang;
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration::RegistrationState;
use crate::store::log::{self, LogEntry};
use crate::store::{Db, StoreError, participants, programme, registrations, tags};

/// What is changed of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Answer(BulkChange),
    GiveTag(String),
    TakeTag(String),
    /// They are invited to a session, and mailed.
    Invite(SessionId),
}

/// What a change would do.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// Those who would be changed, as they are, by name.
    pub changes: Vec<Participant>,
    /// How many are so already.
    pub same: usize,
    /// Those who cannot be changed, with why.
    pub cannot: BTreeMap<Why, Vec<Participant>>,
}

impl Preview {
    /// How many it is about.
    pub fn all(&self) -> usize {
        self.changes.len() + self.same + self.cannot.values().map(Vec::len).sum::<usize>()
    }
}

/// What becomes of each of them.
struct Plan {
    /// As they are, and as they would be; a tag changes nothing of the profile.
    changed: Vec<(Participant, Participant)>,
    /// The tag as the event writes it.
    tag: String,
    same: usize,
    cannot: BTreeMap<Why, Vec<Participant>>,
}

impl Plan {
    fn of(
        db: &mut Db,
        (event, lists): (&Event, &Programme),
        ids: &[ParticipantId],
        what: &Change,
    ) -> Result<Plan, EditError> {
        let chosen: Vec<&ParticipantId> = ids.iter().take(MOST_AT_ONCE).collect();
        let mut people = participants::list_by_ids(db, &chosen)?;
        people.retain(|person| person.event == event.id && !person.profile.person.is_erased());
        let mut plan = Plan { changed: Vec::new(), tag: String::new(), same: 0, cannot: BTreeMap::new() };
        let change = match what {
            Change::Answer(change) => change,
            Change::GiveTag(typed) => {
                let known = tags::list(db, &event.id)?;
                plan.tag = new_tag(&known, typed).map_err(|message| Problems::one("value", message))?;
                plan.split_by_tag(db, people, false)?;
                return Ok(plan);
            }
            Change::Invite(session) => {
                plan.split_by_invitation(db, event, session, people)?;
                return Ok(plan);
            }
            Change::TakeTag(tag) => {
                plan.tag.clone_from(tag);
                plan.split_by_tag(db, people, true)?;
                return Ok(plan);
            }
        };
        let question = change
            .question(lists)
            .filter(|question| change.value.is_empty() || change.answer(question).is_some());
        let Some(question) = question else {
            return Err(Problems::one("value", Message::new("problem-bulk-value")).into());
        };
        let states = registrations::states_of(db, &chosen)?;
        for person in people {
            let Some(state) = states.get(&person.id) else { continue };
            match change.outcome(&question, lists, (&person, *state)) {
                Outcome::Changed(after) => plan.changed.push((person, *after)),
                Outcome::Same => plan.same += 1,
                Outcome::Cannot(why) => plan.cannot.entry(why).or_default().push(person),
            }
        }
        Ok(plan)
    }

    /// Those are invited who are registered and not invited yet.
    fn split_by_invitation(
        &mut self,
        db: &mut Db,
        event: &Event,
        session: &SessionId,
        people: Vec<Participant>,
    ) -> Result<(), EditError> {
        let wrong = || EditError::from(Problems::one("value", Message::new("problem-bulk-value")));
        let known = session_invitations::invited_to(db, event, session).map_err(|error| match error {
            StoreError::NotFound => wrong(),
            other => other.into(),
        })?;
        let ids: Vec<&ParticipantId> = people.iter().map(|one| &one.id).collect();
        let states = registrations::states_of(db, &ids)?;
        for person in people {
            match states.get(&person.id) {
                _ if known.contains(&person.id) => self.same += 1,
                Some(RegistrationState::Registered) => self.changed.push((person.clone(), person)),
                _ => self.cannot.entry(Why::NotRegistered).or_default().push(person),
            }
        }
        Ok(())
    }

    /// Those who have the tag, or have it not, are changed.
    fn split_by_tag(&mut self, db: &mut Db, people: Vec<Participant>, has: bool) -> Result<(), EditError> {
        let ids: Vec<&ParticipantId> = people.iter().map(|person| &person.id).collect();
        let known = tags::of(db, &ids)?;
        for person in people {
            let tagged = known.get(&person.id).is_some_and(|tags| tags.contains(&self.tag));
            match tagged == has {
                true => self.changed.push((person.clone(), person)),
                false => self.same += 1,
            }
        }
        Ok(())
    }
}

/// What a change would do to these people, by name in the order of a language.
///
/// # Errors
/// That it is no change.
pub fn preview(
    app: &App,
    access: &ChangeAccess,
    ids: &[ParticipantId],
    what: &Change,
    lang: Lang,
) -> Result<Preview, EditError> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let plan = Plan::of(db, (access.event(), &lists), ids, what)?;
        let alphabet = Alphabet::of(lang);
        let mut changes: Vec<Participant> = plan.changed.into_iter().map(|(before, _)| before).collect();
        changes.sort_by_cached_key(|one| {
            let person = &one.profile.person;
            (alphabet.by_name(&person.name, &person.organisation), one.id.clone())
        });
        Ok(Preview { changes, same: plan.same, cannot: plan.cannot })
    })
}

/// Makes a change to those of these people to whom it can be made. Meetings that it breaks have to be accepted.
///
/// # Errors
/// That it is no change; that meetings break.
pub fn apply(
    app: &App,
    access: &ChangeAccess,
    ids: &[ParticipantId],
    what: &Change,
    accepted: &Accepted,
) -> Result<Saved<usize>, EditError> {
    if let Change::Invite(session) = what {
        let n = session_invitations::invite(app, access, session, ids)?;
        return Ok(Saved { value: n, broken: Vec::new() });
    }
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let plan = Plan::of(tx.db, (&event, &lists), ids, what)?;
        match what {
            Change::Answer(_) => store_answers(tx, access, (&event, &lists), &plan)?,
            Change::GiveTag(_) => {
                let who: Vec<&ParticipantId> = plan.changed.iter().map(|(one, _)| &one.id).collect();
                tags::give(tx.db, &who, &plan.tag)?;
                log_all(tx, access, &plan, "participant.tagged", |_| plan.tag.clone())?;
            }
            // Each of them is mailed: they are invited some at a time, without a lock on the plan.
            Change::Invite(_) => {}
            Change::TakeTag(_) => {
                for (one, _) in &plan.changed {
                    tags::take(tx.db, &one.id, &plan.tag)?;
                }
                log_all(tx, access, &plan, "participant.untagged", |_| plan.tag.clone())?;
            }
        }
        Ok::<_, EditError>(Revised::quiet(plan.changed.len()))
    })
}

fn store_answers(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    (event, lists): (&Event, &Programme),
    plan: &Plan,
) -> Result<(), Fault> {
    let now = tx.now;
    let after = plan.changed.iter().map(|(_, after)| Participant { updated_at: now, ..after.clone() });
    let after: Vec<Participant> = after.collect();
    participants::update_many(tx.db, &after.iter().collect::<Vec<_>>())?;
    session_places::settle(tx, &event.id)?;
    log_all(tx, access, plan, "participant.changed_person", |(before, after)| {
        change::encode(&change::differences(before, after, event, lists))
    })
}

fn log_all(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    plan: &Plan,
    action: &str,
    detail: impl Fn(&(Participant, Participant)) -> String,
) -> Result<(), Fault> {
    let entry = |one: &(Participant, Participant)| LogEntry {
        at: tx.now,
        actor: access.actor().code(),
        action: action.to_string(),
        subject: one.0.id.0.clone(),
        detail: detail(one),
    };
    let entries: Vec<(String, LogEntry)> =
        plan.changed.iter().map(|one| (tx.app.random.id(tx.now), entry(one))).collect();
    let entries: Vec<(&str, &LogEntry)> = entries.iter().map(|(id, entry)| (id.as_str(), entry)).collect();
    Ok(log::insert_many(tx.db, Some(&access.event().id), &entries)?)
}
