//! Publishing: the draft becomes everyone's schedule, and everyone whose plan changes hears of it, in one transaction. The
//! difference, its check and all mails are made before it (`unlocked`).

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::changing::is_same_draft;
use super::facts::{Facts, is_frozen};
use super::interpreting;
use super::nowhere::in_no_slot;
use super::outdated::{Outdated, outdated};
use super::stored::decode;
use super::unlocked::{self, KeepsChanging, is_known, known};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::event::{Event, EventState, Slot};
use crate::domain::ids::{EventId, ParticipantId, SlotId};
use crate::domain::lang::Lang;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::participant::Participant;
use crate::domain::round::{Round, RoundMeeting, RoundState};
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::fault::from_store_error;
use crate::services::letters::Letters;
use crate::services::log::note_round;
use crate::services::meetings::{Known, PlanChange, Prepared, prepare};
use crate::store::{Db, events, round_steps, rounds};

/// What publishing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    pub added: usize,
    pub moved: usize,
    pub cancelled: usize,
    /// Everyone whose plan changed.
    pub people: usize,
    /// Those of them who have an address.
    pub mailed: usize,
}

/// What publishing a draft would change.
#[derive(Debug, Clone)]
pub struct PlanDifference {
    pub added: usize,
    pub moved: usize,
    pub cancelled: usize,
    pub unchanged: usize,
    /// Everyone whose plan changes, by name.
    pub people: Vec<PersonDifference>,
    /// How many of them have an address.
    pub mailed: usize,
    /// How many people want meetings and are in no slot.
    pub nowhere: usize,
    /// Everyone who is registered.
    pub names: HashMap<ParticipantId, Participant>,
}

/// What changes for one person; meetings in order of time.
#[derive(Debug, Clone)]
pub struct PersonDifference {
    pub participant: ParticipantId,
    pub gained: Vec<Meeting>,
    pub lost: Vec<Meeting>,
    /// Before and after.
    pub moved: Vec<(Meeting, Meeting)>,
}

impl PersonDifference {
    fn none(who: &ParticipantId) -> PersonDifference {
        let (gained, lost, moved) = (Vec::new(), Vec::new(), Vec::new());
        PersonDifference { participant: who.clone(), gained, lost, moved }
    }

    fn in_order(mut self) -> PersonDifference {
        self.gained.sort_by_key(|meeting| meeting.starts_at);
        self.lost.sort_by_key(|meeting| meeting.starts_at);
        self.moved.sort_by_key(|(_, after)| after.starts_at);
        self
    }
}

/// Why a draft was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error("the round is no draft")]
    NoDraft,
    /// Nobody would be told, now or later.
    #[error("the event is a draft")]
    EventIsDraft,
    /// Since the draft was made, these meetings have become impossible.
    #[error("{} meetings are not possible any more", .0.len())]
    Outdated(Vec<Outdated>),
    /// The event went on changing while the publication was prepared.
    #[error("the event keeps changing")]
    KeepsChanging,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(PublishError);

impl From<KeepsChanging> for PublishError {
    fn from(_: KeepsChanging) -> PublishError {
        PublishError::KeepsChanging
    }
}

/// Publishes a draft. Meetings of people who cancelled meanwhile fall away; whoever's plan stays the same gets no mail.
pub fn publish(app: &App, access: &ChangeAccess, number: u32) -> Result<Published, PublishError> {
    let event = &access.event().id;
    unlocked::change(
        app,
        event,
        |now| Publication::prepare(app, event, number, now),
        |db, event, publication| publication.holds(db, event, number),
        |tx, publication| {
            publication.change.write(tx)?;
            let mut round = publication.basis.round.clone();
            round.state = RoundState::Published;
            round.published_at = Some(tx.now);
            rounds::update(tx.db, &round)?;
            // From now on it is changed by other rounds alone.
            round_steps::delete_all(tx.db, &round.id)?;
            note_round(tx, &round, access.actor(), "round.published")?;
            Ok(publication.published)
        },
    )
}

/// What a draft is published from.
struct Basis {
    facts: Facts,
    round: Round,
    meetings: Vec<RoundMeeting>,
}

impl Basis {
    fn load(db: &mut Db, event: Event, number: u32, now: DateTime<Utc>) -> Result<Basis, PublishError> {
        if event.state == EventState::Draft {
            return Err(PublishError::EventIsDraft);
        }
        let round = draft(db, &event.id, number)?;
        let meetings = rounds::list_meetings(db, &round.id)?;
        Ok(Basis { facts: Facts::load(db, event, now)?, round, meetings })
    }

    /// Everyone whom the plan is about, before or after.
    fn people(&self) -> HashSet<&ParticipantId> {
        let planned = self.facts.planned.iter().flat_map(|meeting| [&meeting.a, &meeting.b]);
        planned.chain(self.meetings.iter().flat_map(|meeting| [&meeting.a, &meeting.b])).collect()
    }
}

/// A publication that is ready to be written.
struct Publication<'a> {
    basis: Basis,
    /// What the plan is changed by, and what that was made from.
    plan: PlanChange,
    known: Known,
    change: Prepared<'a>,
    published: Published,
}

impl<'a> Publication<'a> {
    fn prepare(
        app: &'a App,
        event: &EventId,
        number: u32,
        now: DateTime<Utc>,
    ) -> Result<Publication<'a>, PublishError> {
        let basis = app.store.read(|db| {
            let event = events::get(db, event)?;
            Basis::load(db, event, number, now)
        })?;
        let (plan, _) = checked_plan(app, &basis, now)?;
        let known = app.store.read(|db| known(db, &basis.facts, &plan))?;
        let change = prepare(Letters::many(app, now), &basis.facts.event, &known, plan.clone())?;
        let published = Published {
            added: plan.added.len(),
            moved: plan.moved.len(),
            cancelled: plan.cancelled.len(),
            people: plan.people().len(),
            mailed: change.mailed,
        };
        Ok(Publication { basis, plan, known, change, published })
    }

    /// Whether it would be prepared in the same way now.
    fn holds(&self, db: &mut Db, event: Event, number: u32) -> Result<bool, PublishError> {
        let Basis { facts, round, meetings } = &self.basis;
        draft(db, &event.id, number)?;
        Ok(is_same_draft(db, round, meetings)?
            && is_known(db, (facts, &self.basis.people()), (&event, &self.plan), &self.known)?)
    }
}

/// What publishing a draft would change, with people in the order of a language; changes nothing.
///
/// # Errors
/// As [`publish`]: a draft that is out of date is said to be, before anybody presses the button.
pub fn difference(
    app: &App,
    access: &EventAccess,
    number: u32,
    lang: Lang,
) -> Result<PlanDifference, PublishError> {
    let now = app.clock.now();
    let basis = app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Basis::load(db, event, number, now)
    })?;
    let (change, unchanged) = checked_plan(app, &basis, now)?;
    let facts = basis.facts;
    let changing = change.people();
    let with_address =
        |person: &&Participant| person.profile.person.email.is_some() && changing.contains(&person.id);
    Ok(PlanDifference {
        mailed: facts.people.iter().filter(with_address).count(),
        added: change.added.len(),
        moved: change.moved.len(),
        cancelled: change.cancelled.len(),
        unchanged,
        people: by_person(&facts, &change, lang),
        nowhere: in_no_slot(&facts).len(),
        names: facts.people.iter().map(|person| (person.id.clone(), person.clone())).collect(),
    })
}

/// What changes for each person, by their names in the order of a language.
fn by_person(facts: &Facts, change: &PlanChange, lang: Lang) -> Vec<PersonDifference> {
    let mut own: HashMap<&ParticipantId, PersonDifference> = HashMap::new();
    for meeting in &change.added {
        both(&mut own, meeting, |one| one.gained.push(meeting.clone()));
    }
    for meeting in &change.cancelled {
        both(&mut own, meeting, |one| one.lost.push(meeting.clone()));
    }
    for (before, after) in &change.moved {
        both(&mut own, before, |one| one.moved.push((before.clone(), after.clone())));
    }
    let alphabet = Alphabet::of(lang);
    let mut people: Vec<(&Participant, PersonDifference)> =
        facts.people.iter().filter_map(|person| Some((person, own.remove(&person.id)?))).collect();
    people.sort_by_cached_key(|(one, _)| {
        let person = &one.profile.person;
        (alphabet.by_name(&person.name, &person.organisation), one.id.clone())
    });
    people.into_iter().map(|(_, difference)| difference.in_order()).collect()
}

/// Notes a change of a meeting for its two people.
fn both<'a>(
    own: &mut HashMap<&'a ParticipantId, PersonDifference>,
    meeting: &'a Meeting,
    note: impl Fn(&mut PersonDifference),
) {
    for who in [&meeting.a, &meeting.b] {
        note(own.entry(who).or_insert_with(|| PersonDifference::none(who)));
    }
}

fn draft(db: &mut Db, event: &EventId, number: u32) -> Result<Round, PublishError> {
    let round = rounds::get_by_number(db, event, number)?;
    if round.state == RoundState::Draft { Ok(round) } else { Err(PublishError::NoDraft) }
}

/// The same as [`plan`], where the plan that it leads to keeps every rule at this moment.
fn checked_plan(app: &App, basis: &Basis, now: DateTime<Utc>) -> Result<(PlanChange, usize), PublishError> {
    let (change, unchanged) = plan(app, basis, now);
    let outdated = outdated(&basis.facts, &decode(&basis.round.settings)?, &change)?;
    if outdated.is_empty() { Ok((change, unchanged)) } else { Err(PublishError::Outdated(outdated)) }
}

/// The way from the published plan to the draft, and how many meetings stay as they are.
fn plan(app: &App, basis: &Basis, now: DateTime<Utc>) -> (PlanChange, usize) {
    let Basis { facts, round, meetings } = basis;
    let registered: HashSet<&ParticipantId> = facts.people.iter().map(|person| &person.id).collect();
    let mut drafted: Vec<RoundMeeting> = meetings
        .iter()
        .filter(|meeting| registered.contains(&meeting.a) && registered.contains(&meeting.b))
        .cloned()
        .collect();
    give_interpreters(facts, &mut drafted);
    let mut wanted: BTreeMap<(ParticipantId, ParticipantId), RoundMeeting> =
        drafted.into_iter().map(|meeting| ((meeting.a.clone(), meeting.b.clone()), meeting)).collect();
    let slots: HashMap<&SlotId, &Slot> = facts.programme.slots.iter().map(|slot| (&slot.id, slot)).collect();
    let mut change = PlanChange::default();
    let mut unchanged = 0;
    for before in facts.planned.iter() {
        let found = wanted.remove(&(before.a.clone(), before.b.clone()));
        let slot = found.as_ref().and_then(|meeting| slots.get(&meeting.slot));
        match (found.as_ref().zip(slot), before.starts_at <= now) {
            // What has begun is never touched.
            (_, true) => unchanged += 1,
            (Some((meeting, _)), _) if is_as_before(meeting, before) => unchanged += 1,
            (Some((meeting, slot)), _) => {
                change.moved.push((before.clone(), moved(before, meeting, slot, round, now)))
            }
            (None, _) if is_frozen(facts, before) => unchanged += 1,
            (None, _) => change.cancelled.push(before.clone()),
        }
    }
    for meeting in wanted.into_values() {
        // A meeting that had begun when the draft was made was part of the plan then, and was called off since.
        let to_come = |slot: &&&Slot| slot.starts_at > round.created_at;
        if let Some(slot) = slots.get(&meeting.slot).filter(to_come) {
            change.added.push(added(app, meeting, slot, round, now));
        }
    }
    (change, unchanged)
}

fn is_as_before(meeting: &RoundMeeting, before: &Meeting) -> bool {
    (&meeting.slot, meeting.table, &meeting.interpreter) == (&before.slot, before.table, &before.interpreter)
}

/// Those who interpreted when the draft was made may not be there any more, or be needed by two who agreed to meet since.
fn give_interpreters(facts: &Facts, drafted: &mut [RoundMeeting]) {
    let pairs: HashSet<(ParticipantId, ParticipantId)> =
        drafted.iter().map(|meeting| (meeting.a.clone(), meeting.b.clone())).collect();
    let stays = |meeting: &&Meeting| {
        !pairs.contains(&(meeting.a.clone(), meeting.b.clone())) && is_frozen(facts, meeting)
    };
    let staying: Vec<&Meeting> = facts.planned.iter().filter(stays).collect();
    interpreting::give(facts, drafted, &staying);
}

fn moved(
    before: &Meeting,
    meeting: &RoundMeeting,
    slot: &Slot,
    round: &Round,
    now: DateTime<Utc>,
) -> Meeting {
    Meeting {
        // What two people agreed on themselves stays their own, at another table too.
        round: before.round.as_ref().map(|_| round.id.clone()),
        slot: slot.id.clone(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        table: meeting.table,
        interpreter: meeting.interpreter.clone(),
        terms: meeting.terms.clone(),
        sequence: before.sequence + 1,
        updated_at: now,
        ..before.clone()
    }
}

fn added(app: &App, meeting: RoundMeeting, slot: &Slot, round: &Round, now: DateTime<Utc>) -> Meeting {
    Meeting {
        id: app.random.id(now),
        event: round.event.clone(),
        round: Some(round.id.clone()),
        a: meeting.a,
        b: meeting.b,
        slot: slot.id.clone(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        table: meeting.table,
        interpreter: meeting.interpreter,
        state: MeetingState::Planned,
        terms: meeting.terms,
        sequence: 0,
        updated_at: now,
    }
}
