//! The published plan held against the event as it is now: which meetings no longer fit, and which of them a change breaks.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::EventAccess;
use super::pair_rules::PairRules;
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{EventId, MeetingId, ParticipantId};
use crate::domain::meeting::Meeting;
use crate::domain::misfit::{Accepted, Frame, MisfitMeeting, Sits};
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, events, meetings, participants, programme, rounds, sitting, wishes};

/// Whose meetings are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose<'a> {
    Everybody,
    Of(&'a ParticipantId),
}

/// Meetings that fit no longer, with the people and the programme to tell of them.
#[derive(Debug, Clone)]
pub struct Misfits {
    /// By start and table.
    pub meetings: Vec<MisfitMeeting>,
    pub people: HashMap<ParticipantId, Participant>,
    pub programme: Programme,
    /// The event as it is, or would be.
    pub event: Event,
    /// Meetings to come of the whole plan.
    pub planned: usize,
}

impl Misfits {
    /// How many people sit in them.
    pub fn count_people(&self) -> usize {
        let both = |one: &MisfitMeeting| [one.meeting.a.clone(), one.meeting.b.clone()];
        self.meetings.iter().flat_map(both).collect::<BTreeSet<_>>().len()
    }

    /// Their ids.
    pub fn ids(&self) -> Vec<MeetingId> {
        self.meetings.iter().map(|one| one.meeting.id.clone()).collect()
    }

    /// What says yes to them.
    pub fn accepted(&self) -> Accepted {
        Accepted::these(self.meetings.iter().map(|one| &one.meeting.id))
    }
}

/// Published meetings to come, with everything that they are held against.
#[derive(Clone)]
struct Plan {
    event: Event,
    programme: Programme,
    rules: PairRules,
    to_come: Vec<Meeting>,
    people: HashMap<ParticipantId, Participant>,
}

impl Plan {
    /// As everything is stored now. `moved` stand for those of the same id.
    fn load(
        db: &mut Db,
        event: &EventId,
        whose: Whose<'_>,
        moved: &[(Meeting, Meeting)],
        now: DateTime<Utc>,
    ) -> Result<Plan, StoreError> {
        let event = events::get(db, event)?;
        let planned = match whose {
            Whose::Everybody => meetings::list_planned(db, &event.id)?,
            Whose::Of(who) => meetings::list_planned_of(db, who)?,
        };
        let moved: HashMap<&MeetingId, &Meeting> =
            moved.iter().map(|(before, after)| (&before.id, after)).collect();
        let as_moved = |meeting: Meeting| moved.get(&meeting.id).map_or(meeting, |after| (*after).clone());
        let to_come: Vec<Meeting> =
            planned.into_iter().map(as_moved).filter(|meeting| meeting.starts_at > now).collect();
        if to_come.is_empty() {
            let (programme, rules) = (Programme::default(), PairRules::of(&[], &[]));
            return Ok(Plan { event, programme, rules, to_come, people: HashMap::new() });
        }
        let programme = programme::get(db, &event.id)?;
        let rules =
            PairRules::of(&wishes::list_all(db, &event.id)?, &rounds::list_pair_rules(db, &event.id)?);
        let sitting: BTreeSet<&ParticipantId> =
            to_come.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        let people = participants::list_by_ids(db, &sitting.into_iter().collect::<Vec<_>>())?;
        let people = people.into_iter().map(|person| (person.id.clone(), person)).collect();
        Ok(Plan { event, programme, rules, to_come, people })
    }

    fn misfits(self) -> Misfits {
        let Plan { event, programme, rules, to_come, mut people } = self;
        let planned = to_come.len();
        let meetings = misfits_among(&rules.frame(&event, &programme), to_come, &people);
        let named: HashSet<&ParticipantId> =
            meetings.iter().flat_map(|one| [&one.meeting.a, &one.meeting.b]).collect();
        people.retain(|id, _| named.contains(id));
        Misfits { meetings, people, programme, event, planned }
    }
}

/// The meetings to come that fit no longer, as everything is stored now. `moved` stand for those of the same id.
pub(super) fn find(
    db: &mut Db,
    event: &EventId,
    whose: Whose<'_>,
    moved: &[(Meeting, Meeting)],
    now: DateTime<Utc>,
) -> Result<Misfits, StoreError> {
    Ok(Plan::load(db, event, whose, moved, now)?.misfits())
}

/// The meetings to come that would no longer fit if these people were stored as they are given.
pub(super) fn would_break<'a>(
    db: &mut Db,
    event: &EventId,
    changed: impl Iterator<Item = &'a Participant>,
    now: DateTime<Utc>,
) -> Result<Misfits, StoreError> {
    let mut plan = Plan::load(db, event, Whose::Everybody, &[], now)?;
    let before = plan.clone().misfits();
    for person in changed {
        if let Some(known) = plan.people.get_mut(&person.id) {
            known.clone_from(person);
        }
    }
    Ok(broken(&before, plan.misfits()))
}

fn misfits_among(
    frame: &Frame<'_>,
    planned: Vec<Meeting>,
    people: &HashMap<ParticipantId, impl Sits>,
) -> Vec<MisfitMeeting> {
    let held = |meeting: Meeting| {
        let (a, b) = (people.get(&meeting.a)?, people.get(&meeting.b)?);
        let why = frame.misfits(&meeting, a, b);
        (!why.is_empty()).then_some(MisfitMeeting { meeting, why })
    };
    planned.into_iter().filter_map(held).collect()
}

/// The meetings of an event that fit no longer.
pub fn list(app: &App, access: &EventAccess) -> Result<Misfits, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = access.event().clone();
        let programme = programme::get(db, &event.id)?;
        let (planned, meetings) = looked_through(db, &event, &programme, now)?;
        let named: BTreeSet<&ParticipantId> =
            meetings.iter().flat_map(|one| [&one.meeting.a, &one.meeting.b]).collect();
        let people = participants::list_by_ids(db, &named.into_iter().collect::<Vec<_>>())?;
        let people = people.into_iter().map(|person| (person.id.clone(), person)).collect();
        Ok(Misfits { meetings, people, programme, event, planned })
    })
}

/// The meetings of a whole plan that fit no longer, those that are over too.
pub(super) fn of_whole_plan(
    db: &mut Db,
    event: &Event,
    programme: &Programme,
) -> Result<Vec<MisfitMeeting>, StoreError> {
    Ok(looked_through(db, event, programme, DateTime::UNIX_EPOCH)?.1)
}

/// How many meetings are to come, and those of them that fit no longer, by start and table; without the reasons why they meet,
/// since all of a large plan is read for a few.
fn looked_through(
    db: &mut Db,
    event: &Event,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<(usize, Vec<MisfitMeeting>), StoreError> {
    let to_come = sitting::list_to_come(db, &event.id, now)?;
    if to_come.is_empty() {
        return Ok((0, Vec::new()));
    }
    let rules = PairRules::of(&wishes::list_all(db, &event.id)?, &rounds::list_pair_rules(db, &event.id)?);
    let people = sitting::list_sitters(db, &event.id)?;
    let planned = to_come.len();
    let mut found = misfits_among(&rules.frame(event, programme), to_come, &people);
    found.sort_by_key(|one| (one.meeting.starts_at, one.meeting.table, one.meeting.id.clone()));
    Ok((planned, found))
}

/// What a change breaks: those of `after` that did fit before it.
pub(super) fn broken(before: &Misfits, after: Misfits) -> Misfits {
    let known: HashSet<&MeetingId> = before.meetings.iter().map(|one| &one.meeting.id).collect();
    let meetings: Vec<MisfitMeeting> =
        after.meetings.into_iter().filter(|one| !known.contains(&one.meeting.id)).collect();
    Misfits { meetings, ..after }
}
