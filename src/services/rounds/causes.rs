//! Why people stay below their minimum, beyond the reasons of each: how much room there is, what would mend it, who is in no
//! slot, whom the rules keep apart.
//!
//! What is said here is counted or proved by a plan that was made for it; nothing is guessed.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::problem::pairs_ruled;
use super::settings::RoundSettings;
use super::why::Barrier;
use crate::domain::availability::Availability;
use crate::domain::event::Slot;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::round::PairRuleKind;
use matching::scoring::{Scorer, WhyNot};

/// What a report is read from.
pub(super) struct Reading<'a> {
    pub facts: &'a Facts,
    pub settings: &'a RoundSettings,
    pub scorer: &'a Scorer,
}

/// How many meetings there is room for, beside how many all minimums together need.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// In each slot; none where meetings need no table.
    pub tables: Option<u32>,
    /// Those that are still to come.
    pub slots: u32,
    /// Most meetings that tables, and people to sit at them, allow in all slots.
    pub places: u64,
    /// Meetings with which everybody would have their minimum.
    pub needed: u64,
    /// People who should have meetings.
    pub people: u64,
    /// The minimum that each of them has, where all have the same.
    pub each: Option<u32>,
}

impl Room {
    /// Whether there is no room for all.
    pub fn is_short(&self) -> bool {
        self.places < self.needed
    }

    /// The tables and slots, where nothing else limits the room: their product is the number of places.
    pub fn product(&self) -> Option<(u32, u32)> {
        let tables = self.tables?;
        (u64::from(tables) * u64::from(self.slots) == self.places).then_some((tables, self.slots))
    }
}

/// A change with which fewer people stay below their minimum: `below` of them in the plan that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Remedy {
    /// So many tables; whether it is proved that fewer do not do as well.
    Tables { tables: u32, is_least: bool, below: u64 },
    /// So many slots in all, with everybody there in the new ones.
    Slots { slots: u32, below: u64 },
    /// No quota.
    NoQuota { below: u64 },
    /// This minimum: everybody who can have it has it in the draft.
    Minimum { minimum: u32 },
}

/// Whom a person may not meet at all, by reason, the most frequent first.
pub(super) fn barriers(reading: &Reading<'_>, place: usize) -> Vec<(Barrier, u32)> {
    let mut counts: Vec<(Barrier, u32)> = Vec::new();
    let mut add = |barrier: Barrier, count: u32| match counts.iter_mut().find(|(known, _)| *known == barrier)
    {
        Some((_, sum)) => *sum += count,
        None => counts.push((barrier, count)),
    };
    for (why, count) in reading.scorer.barriers(u32::try_from(place).unwrap_or(u32::MAX)) {
        let barrier = match why {
            WhyNot::SameOrganisation => Barrier::SameOrganisation,
            WhyNot::NoSharedLanguage => Barrier::NoSharedLanguage,
            WhyNot::TypesExcluded => Barrier::Types,
            WhyNot::SameCountry => Barrier::SameCountry,
            WhyNot::Blocked | WhyNot::MetBefore | WhyNot::SamePerson | WhyNot::UnknownPerson => {
                Barrier::Excluded
            }
        };
        add(barrier, count);
    }
    let places = super::places::Places::of(reading.facts);
    let forbidden = pairs_ruled(reading.facts, &places, PairRuleKind::Forbid);
    let own = forbidden.iter().filter(|(a, b)| *a == place || *b == place).count();
    if own > 0 {
        add(Barrier::Excluded, u32::try_from(own).unwrap_or(u32::MAX));
    }
    counts.sort_by_key(|(barrier, count)| (std::cmp::Reverse(*count), *barrier));
    counts
}

/// Those who want meetings and are in no slot of the event, by their ids.
pub(super) fn nowhere(facts: &Facts) -> Vec<ParticipantId> {
    facts.people.iter().filter(|person| is_nowhere(facts, person)).map(|person| person.id.clone()).collect()
}

/// Whether somebody wants meetings and is in no slot of the event.
pub(super) fn is_nowhere(facts: &Facts, person: &Participant) -> bool {
    is_in_none(person.profile.availability(&facts.event, &facts.programme), facts.programme.slots.iter())
}

/// Whether somebody who is there at these times wants meetings and can meet in none of the slots.
pub(super) fn is_in_none<'a>(
    availability: Availability<'_>,
    mut slots: impl Iterator<Item = &'a Slot>,
) -> bool {
    availability.attendance.max_meetings > 0 && !slots.any(|slot| availability.is_there_in(slot))
}

/// Whether somebody wants meetings and is in slots of the event, all of which lie outside the hours in which they meet.
pub(super) fn is_outside_hours<'a>(
    availability: Availability<'_>,
    slots: impl Iterator<Item = &'a Slot>,
) -> bool {
    if availability.own_day.is_none() || availability.attendance.max_meetings == 0 {
        return false;
    }
    let mut own = slots.filter(|slot| availability.is_there_in(slot)).peekable();
    own.peek().is_some() && !own.any(|slot| availability.is_free_in(slot))
}

/// Those who want meetings and are in slots, all of which lie outside the hours in which they meet, by their ids.
pub(super) fn outside_hours(facts: &Facts) -> Vec<ParticipantId> {
    facts.people.iter().filter(|person| has_no_hours(facts, person)).map(|person| person.id.clone()).collect()
}

/// Whether somebody wants meetings and is in slots, all of which lie outside the hours in which they meet.
pub(super) fn has_no_hours(facts: &Facts, person: &Participant) -> bool {
    let availability = person.profile.availability(&facts.event, &facts.programme);
    is_outside_hours(availability, facts.programme.slots.iter())
}

/// Whether all people are of one organisation, so that nobody may meet anybody.
pub(super) fn is_one_organisation(facts: &Facts) -> bool {
    let key = |person: &Participant| crate::domain::text::search_key(&person.profile.person.organisation);
    let mut keys = facts.people.iter().map(key);
    let first = keys.next().filter(|key| !key.is_empty());
    facts.people.len() > 1 && first.is_some_and(|first| keys.all(|key| key == first))
}

/// How much room there is.
pub(super) fn room(facts: &Facts, problem: &matching::Problem) -> Room {
    let minimums: Vec<u32> =
        problem.input().people.iter().map(|person| person.minimum).filter(|minimum| *minimum > 0).collect();
    let wished: u64 = minimums.iter().map(|minimum| u64::from(*minimum)).sum();
    let first = minimums.first().copied();
    let to_come = facts.programme.slots.iter().filter(|slot| slot.starts_at > facts.now).count();
    Room {
        tables: facts.event.tables(),
        slots: u32::try_from(to_come).unwrap_or(u32::MAX),
        places: problem.places(),
        needed: wished.div_ceil(2),
        people: minimums.len() as u64,
        each: first.filter(|first| minimums.iter().all(|minimum| minimum == first)),
    }
}

/// What would let more people reach their minimum, the most helpful first. The observer may stop the search for it.
pub(super) fn remedies(
    problem: &matching::Problem,
    solution: &matching::Solution,
    seed: u64,
    observer: &mut dyn matching::Observer,
) -> Vec<Remedy> {
    if solution.finished == matching::Finished::Stopped || problem.people() > MOST_TRIED {
        return Vec::new();
    }
    let found = matching::remedies(problem, solution, seed, observer);
    let remedy = |found: matching::Remedy| {
        let below = found.people_below;
        match found.change {
            matching::RemedyChange::Tables { tables, is_least } => Remedy::Tables { tables, is_least, below },
            matching::RemedyChange::Slots { slots } => Remedy::Slots { slots, below },
            matching::RemedyChange::NoQuota => Remedy::NoQuota { below },
        }
    };
    let lower = lower_minimum(problem, &solution.meetings).map(|minimum| Remedy::Minimum { minimum });
    found.into_iter().map(remedy).chain(lower).collect()
}

/// Above so many people no plans are made only to see what would mend one: they take as long as a round.
const MOST_TRIED: usize = 1_000;

/// The greatest minimum below the one that is wished which everybody has who can: none where that is no meeting at all, or
/// where nobody has fewer than they can.
fn lower_minimum(problem: &matching::Problem, meetings: &[matching::Meeting]) -> Option<u32> {
    let mut has = vec![0_u32; problem.people()];
    for person in meetings.iter().flat_map(|meeting| [meeting.a, meeting.b]) {
        if let Some(count) = has.get_mut(person) {
            *count += 1;
        }
    }
    let short = has.iter().zip(problem.goals()).filter(|(has, goal)| has < goal);
    short.map(|(has, _)| *has).min().filter(|minimum| *minimum > 0)
}
