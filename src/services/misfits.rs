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
use crate::domain::misfit::{Accepted, MisfitMeeting, Sitter};
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, events, meetings, participants, programme, rounds, sitting, wishes};

/// Whose meetings are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose<'a> {
    Everybody,
    /// No meeting can come to fit less than before: a change that only calls meetings off.
    Nobody,
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

/// Published meetings, with everything that they are held against: without the reasons why they meet and what people say of
/// themselves, since all of a large plan is read for a few.
struct Plan {
    event: Event,
    programme: Programme,
    rules: PairRules,
    meetings: Vec<Meeting>,
    people: HashMap<ParticipantId, Sitter>,
}

impl Plan {
    /// The meetings after a time, as everything is stored now. `moved` stand for those of the same id.
    fn load(
        db: &mut Db,
        (event, programme): (Event, Option<&Programme>),
        whose: Whose<'_>,
        moved: &[(Meeting, Meeting)],
        after: DateTime<Utc>,
    ) -> Result<Plan, StoreError> {
        let planned = match whose {
            Whose::Everybody => sitting::list_planned(db, &event.id)?,
            Whose::Of(who) => meetings::list_planned_of(db, who)?,
            Whose::Nobody => Vec::new(),
        };
        let moved = by_id(moved);
        let as_moved = |meeting: Meeting| moved.get(&meeting.id).map_or(meeting, |after| (*after).clone());
        let meetings: Vec<Meeting> =
            planned.into_iter().map(as_moved).filter(|meeting| meeting.starts_at > after).collect();
        if meetings.is_empty() {
            let (programme, rules) = (Programme::default(), PairRules::of(&[], &[]));
            return Ok(Plan { event, programme, rules, meetings, people: HashMap::new() });
        }
        let programme = match programme {
            Some(programme) => programme.clone(),
            None => programme::get(db, &event.id)?,
        };
        let rules =
            PairRules::of(&wishes::list_all(db, &event.id)?, &rounds::list_pair_rules(db, &event.id)?);
        let people = match whose {
            Whose::Everybody => sitting::list_sitters(db, &event.id)?,
            _ => {
                participants_in(db, &meetings)?.into_iter().map(|(id, person)| (id, person.into())).collect()
            }
        };
        Ok(Plan { event, programme, rules, meetings, people })
    }

    /// Those that fit no longer, by start and table.
    fn misfits(&self) -> Vec<MisfitMeeting> {
        let frame = self.rules.frame(&self.event, &self.programme);
        let held = |meeting: &Meeting| {
            let (a, b) = (self.people.get(&meeting.a)?, self.people.get(&meeting.b)?);
            let why = frame.misfits(meeting, a, b);
            (!why.is_empty()).then(|| MisfitMeeting { meeting: meeting.clone(), why })
        };
        let mut found: Vec<MisfitMeeting> = self.meetings.iter().filter_map(held).collect();
        found.sort_by_key(|one| (one.meeting.starts_at, one.meeting.table, one.meeting.id.clone()));
        found
    }

    fn misfit_ids(&self) -> HashSet<MeetingId> {
        self.misfits().into_iter().map(|one| one.meeting.id).collect()
    }

    /// Those that are not `known`, with all that is stored of them and of their people.
    fn told(
        self,
        db: &mut Db,
        moved: &[(Meeting, Meeting)],
        known: &HashSet<MeetingId>,
    ) -> Result<Misfits, StoreError> {
        let mut meetings = self.misfits();
        meetings.retain(|one| !known.contains(&one.meeting.id));
        let ids: Vec<&MeetingId> = meetings.iter().map(|one| &one.meeting.id).collect();
        let whole = meetings::list_by_ids(db, &ids)?;
        let (whole, moved) =
            (whole.iter().map(|one| (&one.id, one)).collect::<HashMap<_, _>>(), by_id(moved));
        for one in &mut meetings {
            if let Some(whole) = moved.get(&one.meeting.id).or_else(|| whole.get(&one.meeting.id)) {
                one.meeting = (*whole).clone();
            }
        }
        let people = participants_in(db, meetings.iter().map(|one| &one.meeting))?;
        let Plan { event, programme, meetings: planned, .. } = self;
        Ok(Misfits { meetings, people, programme, event, planned: planned.len() })
    }
}

/// Meetings that have moved as they are then.
fn by_id(moved: &[(Meeting, Meeting)]) -> HashMap<&MeetingId, &Meeting> {
    moved.iter().map(|(before, after)| (&before.id, after)).collect()
}

/// Everybody who sits in some meetings.
fn participants_in<'m>(
    db: &mut Db,
    meetings: impl IntoIterator<Item = &'m Meeting>,
) -> Result<HashMap<ParticipantId, Participant>, StoreError> {
    let sitting: BTreeSet<&ParticipantId> =
        meetings.into_iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
    let people = participants::list_by_ids(db, &sitting.into_iter().collect::<Vec<_>>())?;
    Ok(people.into_iter().map(|person| (person.id.clone(), person)).collect())
}

/// The meetings to come that fit no longer, as everything is stored now.
pub(super) fn find(
    db: &mut Db,
    event: &EventId,
    whose: Whose<'_>,
    now: DateTime<Utc>,
) -> Result<Misfits, StoreError> {
    broken(db, event, whose, &[], now, &HashSet::new())
}

/// The meetings to come that would no longer fit if these people were stored as they are given.
pub(super) fn would_break<'a>(
    db: &mut Db,
    event: &EventId,
    changed: impl Iterator<Item = &'a Participant>,
    now: DateTime<Utc>,
) -> Result<Misfits, StoreError> {
    let event = events::get(db, event)?;
    let mut plan = Plan::load(db, (event, None), Whose::Everybody, &[], now)?;
    let before = plan.misfit_ids();
    for person in changed {
        if let Some(known) = plan.people.get_mut(&person.id) {
            *known = person.clone().into();
        }
    }
    plan.told(db, &[], &before)
}

/// The meetings of an event that fit no longer, without the reasons why they meet.
pub fn list(app: &App, access: &EventAccess) -> Result<Misfits, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let plan = Plan::load(db, (access.event().clone(), None), Whose::Everybody, &[], now)?;
        let meetings = plan.misfits();
        let people = participants_in(db, meetings.iter().map(|one| &one.meeting))?;
        let Plan { event, programme, meetings: planned, .. } = plan;
        Ok(Misfits { meetings, people, programme, event, planned: planned.len() })
    })
}

/// The meetings of a whole plan that fit no longer, those that are over too; without the reasons why they meet.
pub(super) fn of_whole_plan(
    db: &mut Db,
    event: &Event,
    programme: &Programme,
) -> Result<Vec<MisfitMeeting>, StoreError> {
    let all = DateTime::UNIX_EPOCH;
    Ok(Plan::load(db, (event.clone(), Some(programme)), Whose::Everybody, &[], all)?.misfits())
}

/// Which meetings to come fit no longer.
pub(super) fn ids(
    db: &mut Db,
    event: &EventId,
    whose: Whose<'_>,
    now: DateTime<Utc>,
) -> Result<HashSet<MeetingId>, StoreError> {
    let event = events::get(db, event)?;
    Ok(Plan::load(db, (event, None), whose, &[], now)?.misfit_ids())
}

/// What a change breaks: the meetings that fit no longer and did `before`. `moved` stand for those of the same id.
pub(super) fn broken(
    db: &mut Db,
    event: &EventId,
    whose: Whose<'_>,
    moved: &[(Meeting, Meeting)],
    now: DateTime<Utc>,
    before: &HashSet<MeetingId>,
) -> Result<Misfits, StoreError> {
    let event = events::get(db, event)?;
    Plan::load(db, (event, None), whose, moved, now)?.told(db, moved, before)
}
