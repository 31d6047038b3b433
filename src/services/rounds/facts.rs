//! What an event knows when a round is solved, changed or published.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::domain::event::{Event, Programme, Venue};
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::Meeting;
use crate::domain::misfit::{Misfit, is_near};
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::domain::round::PairRule;
use crate::domain::visibility::Sight;
use crate::domain::wish::{Wish, WishKind};
use crate::services::misfits::PairRules;
use crate::store::{self, Db, StoreError, participant_changes, participants, programme, rounds, wishes};

/// What a round is solved from.
pub(in crate::services) struct Facts {
    pub event: Event,
    pub programme: Programme,
    /// Everyone registered, in the order of signing up.
    pub people: Vec<Participant>,
    /// Which version of each of them it is.
    versions: HashMap<ParticipantId, i32>,
    pub wishes: Vec<Wish>,
    /// Author and reader of the wishes that were declined: no blocks, but nobody is brought together for their sake.
    pub declined: BTreeSet<(ParticipantId, ParticipantId)>,
    pub rules: Vec<PairRule>,
    /// The published plan.
    pub planned: Vec<Meeting>,
    /// Which of it fits no longer, and why.
    misfits: HashMap<MeetingId, Vec<Misfit>>,
    /// Meetings called off since a plan was last published.
    pub called_off: u64,
    pub now: DateTime<Utc>,
}

impl Facts {
    /// Reads everything at once.
    pub fn load(db: &mut Db, event: Event, now: DateTime<Utc>) -> Result<Facts, StoreError> {
        let registered = [RegistrationState::Registered.code()];
        let rounds = rounds::list(db, &event.id)?;
        let mut programme = programme::get(db, &event.id)?;
        let published = rounds.iter().filter_map(|round| round.published_at).max();
        let mut facts = Facts {
            // Before the people: if one of them changes in between, the version is too old and not too new.
            versions: participant_changes::versions(db, &event.id, RegistrationState::Registered.code())?,
            people: participants::list_in_states(db, &event.id, &registered)?,
            wishes: wishes::list_all(db, &event.id)?,
            declined: wishes::list_declined(db, &event.id)?,
            rules: rounds::list_pair_rules(db, &event.id)?,
            planned: store::meetings::list_planned(db, &event.id)?,
            called_off: match published {
                Some(at) => store::meetings::count_cancelled_since(db, &event.id, at)?,
                None => 0,
            },
            misfits: HashMap::new(),
            event,
            programme: Programme::default(),
            now,
        };
        facts.misfits = facts.find_misfits(&programme);
        keep_near(&facts.event, &mut programme);
        facts.programme = programme;
        Ok(facts)
    }

    fn find_misfits(&self, programme: &Programme) -> HashMap<MeetingId, Vec<Misfit>> {
        let people: HashMap<&ParticipantId, &Participant> =
            self.people.iter().map(|person| (&person.id, person)).collect();
        let rules = PairRules::of(&self.wishes, &self.rules);
        let frame = rules.frame(&self.event, programme);
        let to_come = self.planned.iter().filter(|meeting| meeting.starts_at > self.now);
        let found = to_come.filter_map(|meeting| {
            let (a, b) = (people.get(&meeting.a)?, people.get(&meeting.b)?);
            let why = frame.misfits(meeting, a, b);
            (!why.is_empty()).then(|| (meeting.id.clone(), why))
        });
        found.collect()
    }

    /// The meetings of somebody that fit no longer, as far as they may be told of it.
    pub fn looked_at_of(&self, who: &ParticipantId) -> BTreeSet<MeetingId> {
        let own = self.planned.iter().filter(|meeting| meeting.a == *who || meeting.b == *who);
        let told = |meeting: &&Meeting| {
            self.misfits.get(&meeting.id).is_some_and(|why| why.iter().any(Misfit::is_open))
        };
        own.filter(told).map(|meeting| meeting.id.clone()).collect()
    }

    /// Whether the two of a published meeting may meet by the rules of the event as they are now.
    pub(super) fn may_still_meet(&self, meeting: &Meeting) -> bool {
        !self.misfits.get(&meeting.id).is_some_and(|why| why.iter().any(Misfit::is_about_the_pair))
    }

    /// The same as one of the people sees the others, of whom they know some by name: what is hidden from them neither
    /// weighs nor shows.
    pub fn seen_by(mut self, reader: &ParticipantId, named: &HashSet<ParticipantId>) -> Facts {
        let questions = &self.programme.questions;
        let seen = |person: Participant| {
            let sight = if named.contains(&person.id) { Sight::Named } else { Sight::Listed };
            if person.id == *reader { person } else { person.seen_with(sight, questions) }
        };
        self.people = self.people.into_iter().map(seen).collect();
        self
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
        if (Event { seats_taken: event.seats_taken, ..self.event.clone() }) != *event {
            return Ok(false);
        }
        let places = self.planned.iter().map(|one| (&one.id, &one.slot, one.table, one.sequence));
        let now = store::meetings::list_places(db, &event.id)?;
        if !places.eq(now.iter().map(|(id, slot, table, sequence)| (id, slot, *table, *sequence))) {
            return Ok(false);
        }
        let now = participant_changes::versions(db, &event.id, RegistrationState::Registered.code())?;
        if people.iter().any(|who| now.get(*who) != self.versions.get(*who)) {
            return Ok(false);
        }
        let among = |wish: &&Wish| people.contains(&wish.from) && people.contains(&wish.to);
        let mut programme = programme::get(db, &event.id)?;
        keep_near(&self.event, &mut programme);
        Ok(self.programme == programme
            && self.rules == rounds::list_pair_rules(db, &event.id)?
            && self.wishes.iter().filter(among).eq(wishes::list_all(db, &event.id)?.iter().filter(among)))
    }

    /// The place of each participant in the list of people.
    pub fn places(&self) -> HashMap<&ParticipantId, usize> {
        self.people.iter().enumerate().map(|(place, person)| (&person.id, place)).collect()
    }
}

/// Takes the slots away in which nobody can meet, since the event is on other days by now.
fn keep_near(event: &Event, programme: &mut Programme) {
    let near: Vec<bool> = programme.slots.iter().map(|slot| is_near(event, programme, slot)).collect();
    let mut near = near.into_iter();
    programme.slots.retain(|_| near.next().unwrap_or(true));
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

/// Tables in each slot; none where the event is online or the organiser gave no number.
pub(in crate::services) fn table_count(event: &Event) -> Option<u32> {
    match event.venue {
        Venue::Onsite { tables, .. } if tables > 0 => Some(tables),
        Venue::Onsite { .. } | Venue::Online { .. } => None,
    }
}

/// Whether a published meeting is frozen and stays where it is in every round: it has begun, or the two agreed on it themselves
/// and can meet then, be it at another table.
pub(super) fn is_frozen(facts: &Facts, meeting: &Meeting) -> bool {
    let can_meet_then =
        facts.misfits.get(&meeting.id).is_none_or(|why| why.iter().all(Misfit::is_about_the_table));
    meeting.starts_at <= facts.now || meeting.round.is_none() && can_meet_then
}
