//! What an event knows when a round is solved, changed or published.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::event::{Event, Programme};
use crate::domain::ids::{EventId, MeetingId, ParticipantId};
use crate::domain::meeting::Meeting;
use crate::domain::misfit::{Misfit, is_near};
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::domain::round::PairRule;
use crate::domain::wish::{Wish, WishKind};
use crate::services::pair_rules::PairRules;
use crate::store::participant_changes::Versions;
use crate::store::{
    self, Db, StoreError, participant_changes, participants, programme, rounds, session_places, wishes,
};

/// What a round is solved from. Copies are cheap: they share what was read.
#[derive(Clone)]
pub(in crate::services) struct Facts {
    pub event: Event,
    pub programme: Arc<Programme>,
    /// Everyone registered, in the order of signing up.
    pub people: Arc<Vec<Participant>>,
    /// Which version of each of them it is.
    versions: Arc<Versions>,
    pub wishes: Arc<Vec<Wish>>,
    /// Author and reader of the wishes that were declined: no blocks, but nobody is brought together for their sake.
    pub declined: Arc<BTreeSet<(ParticipantId, ParticipantId)>>,
    pub rules: Arc<Vec<PairRule>>,
    /// The published plan.
    pub planned: Arc<Vec<Meeting>>,
    /// Which of it would fit no longer if it were to come, and why.
    misfits: Arc<HashMap<MeetingId, Vec<Misfit>>>,
    /// Meetings called off since a plan was last published.
    pub called_off: u64,
    pub now: DateTime<Utc>,
}

/// The part of an event's facts that is about its people and its lists.
#[derive(Clone)]
pub(super) struct People {
    programme: Arc<Programme>,
    people: Arc<Vec<Participant>>,
    versions: Arc<Versions>,
}

impl People {
    /// Reads everyone who is registered, and the lists of the event.
    pub fn load(db: &mut Db, event: &EventId) -> Result<People, StoreError> {
        let registered = RegistrationState::Registered.code();
        Ok(People {
            // Before the people: if one of them changes in between, the version is too old and not too new.
            versions: Arc::new(participant_changes::versions_of_registered(db, event)?),
            people: Arc::new(participants::list_in_states(db, event, &[registered])?),
            programme: Arc::new(programme::get(db, event)?),
        })
    }
}

/// The part that is about who meets whom.
#[derive(Clone)]
pub(super) struct Plan {
    wishes: Arc<Vec<Wish>>,
    declined: Arc<BTreeSet<(ParticipantId, ParticipantId)>>,
    rules: Arc<Vec<PairRule>>,
    planned: Arc<Vec<Meeting>>,
    called_off: u64,
}

impl Plan {
    /// Reads wishes, rules and the published plan.
    pub fn load(db: &mut Db, event: &EventId) -> Result<Plan, StoreError> {
        let published = rounds::list(db, event)?.iter().filter_map(|round| round.published_at).max();
        Ok(Plan {
            wishes: Arc::new(wishes::list_all(db, event)?),
            declined: Arc::new(wishes::list_declined(db, event)?),
            rules: Arc::new(rounds::list_pair_rules(db, event)?),
            planned: Arc::new(store::meetings::list_planned(db, event)?),
            called_off: match published {
                Some(at) => store::meetings::count_cancelled_since(db, event, at)?,
                None => 0,
            },
        })
    }
}

impl Facts {
    /// Reads everything at once.
    pub fn load(db: &mut Db, event: Event, now: DateTime<Utc>) -> Result<Facts, StoreError> {
        let people = People::load(db, &event.id)?;
        let plan = Plan::load(db, &event.id)?;
        Ok(Facts::of(event, &people, &plan, now))
    }

    /// The two parts together.
    pub(super) fn of(event: Event, people: &People, plan: &Plan, now: DateTime<Utc>) -> Facts {
        let People { programme, people, versions } = people.clone();
        let Plan { wishes, declined, rules, planned, called_off } = plan.clone();
        let misfits = Arc::new(HashMap::new());
        let mut facts = Facts {
            event,
            programme,
            people,
            versions,
            wishes,
            declined,
            rules,
            planned,
            misfits,
            called_off,
            now,
        };
        facts.misfits = Arc::new(facts.find_misfits());
        facts.programme = keep_near(&facts.event, facts.programme);
        facts
    }

    fn find_misfits(&self) -> HashMap<MeetingId, Vec<Misfit>> {
        let people: HashMap<&ParticipantId, &Participant> =
            self.people.iter().map(|person| (&person.id, person)).collect();
        let rules = PairRules::of(&self.wishes, &self.rules);
        let frame = rules.frame(&self.event, &self.programme);
        let found = self.planned.iter().filter_map(|meeting| {
            let (a, b) = (people.get(&meeting.a)?, people.get(&meeting.b)?);
            let why = frame.misfits(meeting, a, b);
            (!why.is_empty()).then(|| (meeting.id.clone(), why))
        });
        found.collect()
    }

    /// Why a meeting that is to come at a time fits no longer; nothing if it does.
    fn misfits_of(&self, meeting: &Meeting, now: DateTime<Utc>) -> &[Misfit] {
        let found = self.misfits.get(&meeting.id).filter(|_| meeting.starts_at > now);
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// Those of these meetings that fit no longer at a time, as far as their people may be told of it.
    pub fn looked_at<'a>(
        &self,
        meetings: impl Iterator<Item = &'a Meeting>,
        now: DateTime<Utc>,
    ) -> BTreeSet<MeetingId> {
        let told = |meeting: &&Meeting| self.misfits_of(meeting, now).iter().any(Misfit::is_open);
        meetings.filter(told).map(|meeting| meeting.id.clone()).collect()
    }

    /// Whether the two of a published meeting may meet by the rules of the event as they are now.
    pub(super) fn may_still_meet(&self, meeting: &Meeting) -> bool {
        !self.misfits_of(meeting, self.now).iter().any(Misfit::is_about_the_pair)
    }

    /// Whether all that bears on a plan of some people is still as when these facts were read: the event and its programme, these
    /// people, what they wish and what is ruled, the published plan. Others may come and go meanwhile. The event's row is
    /// locked: what is long is not read again, but whether it was changed.
    pub(super) fn still_hold(
        &self,
        db: &mut Db,
        event: &Event,
        people: &HashSet<&ParticipantId>,
    ) -> Result<bool, StoreError> {
        if !self.event.is_set_as(event) {
            return Ok(false);
        }
        if !store::meetings::is_plan(db, &event.id, &self.planned)? {
            return Ok(false);
        }
        let now = participant_changes::versions_of_registered(db, &event.id)?;
        if people.iter().any(|who| now.get(*who) != self.versions.get(*who)) {
            return Ok(false);
        }
        // Who gets a place in a session is not free then any more, without a change of their own.
        let among_them = |(who, _): &(String, String)| people.contains(&ParticipantId(who.clone()));
        let waiting = session_places::list_waiting(db, &event.id)?.into_iter().filter(among_them);
        if waiting.collect::<BTreeSet<_>>() != self.waiting(people) {
            return Ok(false);
        }
        let among = |wish: &&Wish| people.contains(&wish.from) && people.contains(&wish.to);
        let programme = keep_near(&self.event, Arc::new(programme::get(db, &event.id)?));
        Ok(self.programme == programme
            && *self.rules == rounds::list_pair_rules(db, &event.id)?
            && self.wishes.iter().filter(among).eq(wishes::list_all(db, &event.id)?.iter().filter(among)))
    }

    /// Which of these people wait for a place in which session.
    fn waiting(&self, people: &HashSet<&ParticipantId>) -> BTreeSet<(String, String)> {
        let of = |person: &Participant| {
            let sessions = person.profile.attendance.waiting.iter();
            sessions.map(|session| (person.id.0.clone(), session.0.clone())).collect::<Vec<_>>()
        };
        self.people.iter().filter(|person| people.contains(&person.id)).flat_map(of).collect()
    }

    /// The place of each participant in the list of people.
    pub fn places(&self) -> HashMap<&ParticipantId, usize> {
        self.people.iter().enumerate().map(|(place, person)| (&person.id, place)).collect()
    }
}

/// The programme without the slots in which nobody can meet, since the event is on other days by now.
fn keep_near(event: &Event, programme: Arc<Programme>) -> Arc<Programme> {
    let near: Vec<bool> = programme.slots.iter().map(|slot| is_near(event, &programme, slot)).collect();
    if near.iter().all(|near| *near) {
        return programme;
    }
    let mut kept = Programme::clone(&programme);
    let mut near = near.into_iter();
    kept.slots.retain(|_| near.next().unwrap_or(true));
    Arc::new(kept)
}

/// Who wishes to meet whom, or not to.
pub(super) fn relation(
    facts: &Facts,
    places: &HashMap<&ParticipantId, usize>,
    kind: WishKind,
) -> HashSet<(usize, usize)> {
    let counts = |wish: &&Wish| {
        kind == WishKind::Block || !facts.declined.contains(&(wish.from.clone(), wish.to.clone()))
    };
    let of_kind = facts.wishes.iter().filter(|wish| wish.kind == kind).filter(counts);
    of_kind.filter_map(|wish| Some((*places.get(&wish.from)?, *places.get(&wish.to)?))).collect()
}

/// Whether a published meeting is frozen and stays where it is in every round: it has begun, or the two agreed on it themselves
/// and can meet then, be it at another table.
pub(super) fn is_frozen(facts: &Facts, meeting: &Meeting) -> bool {
    let can_meet_then = facts.misfits_of(meeting, facts.now).iter().all(Misfit::is_about_the_table);
    meeting.starts_at <= facts.now || meeting.round.is_none() && can_meet_then
}
