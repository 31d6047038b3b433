//! From what the event knows to a matching problem, and back.

use std::collections::{BTreeSet, HashMap, HashSet};

use matching::scoring::{Limits, Scorer};
use matching::{Booth, Crossing, Input, PairInput, PersonInput, Quota, Request, SlotInput};

use super::facts::{Facts, is_frozen, relation};
use super::groups;
use super::interpreting;
use super::pins::{self, IgnoredPin, Pinned};
use super::places::Places;
use super::scorer::{numbered, scorer, terms};
use super::settings::{Mix, Pairing, PublishedPlan, QuotaOf, RoundSettings};
use crate::domain::event::Slot;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::Participant;
use crate::domain::round::PairRuleKind;
use crate::domain::wish::WishKind;

/// Key of the term of a pair that the rules would not allow but the organiser pinned.
const PIN_TERM: &str = "pin";

/// A problem with what is needed to read its solution.
pub(super) struct RoundProblem {
    pub input: Input,
    /// Says why two people meet.
    pub scorer: Scorer,
    pub ignored_pins: Vec<IgnoredPin>,
    /// The published plan, where both people are still registered.
    pub planned: Vec<matching::Meeting>,
    /// How many candidates of each person are listed; none where every pair is that the round may make.
    pub candidates: Option<u32>,
}

/// Builds the problem of a round.
pub(super) fn build(facts: &Facts, settings: &RoundSettings) -> RoundProblem {
    let places = Places::of(facts);
    let people = people(facts, settings);
    let scorer = scorer(facts, settings, places.people());
    let blocked = relation(facts, places.people(), WishKind::Block);
    let Pinned { pins, ignored } = pins::pinned(facts, &places, &people, &blocked);
    let planned: Vec<matching::Meeting> = planned(facts, &places);
    let forbidden = pairs_ruled(facts, &places, PairRuleKind::Forbid);
    let candidates = candidates(facts, settings);
    let mut pairs = scored_pairs(&scorer, settings, candidates);
    pairs.retain(|pair| !forbidden.contains(&(pair.a, pair.b)));
    let published = facts.planned.iter().filter(|meeting| {
        settings.published_plan != PublishedPlan::PlanAnew && facts.may_still_meet(meeting)
    });
    let published = published.filter_map(|meeting| places.pair(&meeting.a, &meeting.b));
    let asked: BTreeSet<(usize, usize)> = pins.iter().map(|pin| (pin.a, pin.b)).chain(published).collect();
    let unlisted: Vec<PairInput> = asked
        .into_iter()
        .filter(|pair| pairs.binary_search_by_key(pair, |listed| (listed.a, listed.b)).is_err())
        .map(|pair| asked_pair(&scorer, pair))
        .collect();
    pairs.extend(unlisted);
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    let quotas = settings.quotas();
    for pair in &mut pairs {
        let crosses = quotas.iter().map(|(of, _)| crosses(facts, settings.mix, *of, (pair.a, pair.b)));
        pair.crossing = Crossing::of(crosses);
    }
    let quotas = quotas.into_iter().map(|(_, percent)| Quota::Percent(percent)).collect();
    let coverage = groups::coverage(facts, settings);
    let interpreting = interpreting::spoken(facts);
    let input = Input { slots: slots(facts), people, pairs, pins, quotas, coverage, interpreting };
    RoundProblem { input, scorer, ignored_pins: ignored, planned, candidates }
}

/// Up to so many people a round chooses among every allowed pair; above, among the best candidates of each person.
pub const EVERY_PAIR_UP_TO: usize = 1_500;

/// How many candidates of each person a round looks at; none where it chooses among every pair that it may make.
fn candidates(facts: &Facts, settings: &RoundSettings) -> Option<u32> {
    let is_large = facts.people.len() > EVERY_PAIR_UP_TO && settings.pairing == Pairing::WhoeverFits;
    is_large.then_some(settings.candidates)
}

/// The pairs that a round may choose among, in ascending order; whether they cross is not said yet.
fn scored_pairs(scorer: &Scorer, settings: &RoundSettings, candidates: Option<u32>) -> Vec<PairInput> {
    let pair = |(a, b): (u32, u32), weight, request| PairInput {
        a: a as usize,
        b: b as usize,
        weight,
        request,
        crossing: Crossing::NOWHERE,
    };
    if let Some(per_person) = candidates {
        let listed = scorer.score(Limits { per_person: per_person as usize });
        return listed.iter().map(|p| pair((p.a, p.b), p.weight, p.request)).collect();
    }
    let weighed = match settings.pairing {
        Pairing::WhoeverFits => scorer.weigh_all(),
        Pairing::AcceptedWishes => scorer.weigh_mutual(),
    };
    weighed.iter().map(|p| pair((p.a, p.b), p.weight, p.request)).collect()
}

/// A pair that is asked for whatever the rules of the event say.
fn asked_pair(scorer: &Scorer, (a, b): (usize, usize)) -> PairInput {
    let (weight, request) = match scorer.explain(a as u32, b as u32) {
        Ok(pair) => (pair.weight, pair.request),
        Err(_) => (1, Request::None),
    };
    PairInput { a, b, weight, request, crossing: Crossing::NOWHERE }
}

/// Weight of a pair and the terms that sum to it. A pair that the rules do not allow is there because it was pinned.
pub(super) fn reasons(facts: &Facts, scorer: &Scorer, a: usize, b: usize) -> (u32, Vec<ReasonTerm>) {
    match scorer.explain(a as u32, b as u32) {
        Ok(pair) => (pair.weight, terms(facts, &pair)),
        Err(_) => (1, vec![ReasonTerm { term: PIN_TERM.to_string(), points: 1 }]),
    }
}

/// The pairs that the organiser pinned or forbade.
pub(super) fn pairs_ruled(facts: &Facts, places: &Places, kind: PairRuleKind) -> HashSet<(usize, usize)> {
    let of_kind = facts.rules.iter().filter(|rule| rule.kind == kind);
    of_kind.filter_map(|rule| places.pair(&rule.a, &rule.b)).collect()
}

fn crosses(facts: &Facts, mix: Mix, of: QuotaOf, (a, b): (usize, usize)) -> bool {
    if of == QuotaOf::Groups {
        return groups_differ(facts, mix, a, b);
    }
    let (Some(a), Some(b)) = (facts.people.get(a), facts.people.get(b)) else { return false };
    a.profile.person.country != b.profile.person.country
}

/// Whether two people, by their places, are of different groups.
pub(super) fn groups_differ(facts: &Facts, mix: Mix, a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (facts.people.get(a), facts.people.get(b)) else { return false };
    groups::group(mix, a) != groups::group(mix, b)
}

/// The slots in order of time; each block is a part of the day of its own. Those that have begun need no tables: who
/// meets there, and where, is settled.
pub(super) fn slots(facts: &Facts) -> Vec<SlotInput> {
    let parts: HashMap<&str, u32> = numbered(facts.programme.blocks.iter().map(|block| block.id.as_str()));
    let tables = facts.event.tables();
    let part = |block: &str| parts.get(block).copied().unwrap_or_default();
    let floor = &facts.programme.floor;
    let numbers: BTreeSet<u32> =
        floor.numbers().filter(|number| tables.is_some_and(|last| *number <= last)).collect();
    // What is kept for somebody who does not come stands empty.
    let homes = facts.people.iter().filter_map(|person| floor.home(person.guest(), tables?));
    let used: BTreeSet<u32> = homes.flat_map(|home| home.tables).collect();
    let unused = |number: u32| floor.is_kept(number) && !used.contains(&number);
    let slots = facts.programme.slots.iter().map(|slot| {
        let tables = tables.filter(|_| slot.starts_at > facts.now);
        let gone = numbers.iter().filter(|number| unused(**number) || !floor.is_there(**number, &slot.id));
        let missing = if tables.is_some() { gone.map(|number| number - 1).collect() } else { Vec::new() };
        SlotInput { tables, missing, part: part(slot.block.as_str()) }
    });
    slots.collect()
}

/// What each person can do.
pub(super) fn people(facts: &Facts, settings: &RoundSettings) -> Vec<PersonInput> {
    let past: Vec<bool> = facts.programme.slots.iter().map(|slot| slot.starts_at <= facts.now).collect();
    let frozen = frozen_slots(facts);
    facts
        .people
        .iter()
        .map(|participant| {
            let attendance = &participant.profile.attendance;
            let availability = participant.profile.availability(&facts.event, &facts.programme);
            let own = frozen.get(&participant.id);
            let available: Vec<bool> = facts
                .programme
                .slots
                .iter()
                .zip(&past)
                .map(|(slot, past)| {
                    let keeps = own.is_some_and(|slots| slots.contains(slot.id.as_str()));
                    keeps || (!past && availability.is_free_in(slot))
                })
                .collect();
            let frozen = own.map_or(0, |slots| u32::try_from(slots.len()).unwrap_or_default());
            let cap = attendance.max_meetings.min(settings.most_meetings).max(frozen);
            let booth = booth(facts, participant);
            PersonInput { cap, minimum: settings.wished_minimum.min(cap), available, booth }
        })
        .collect()
}

/// Where somebody stays, in the slots to come. What is theirs is kept for them, even if they never stay there.
fn booth(facts: &Facts, participant: &Participant) -> Option<Booth> {
    let floor = &facts.programme.floor;
    let last = facts.event.tables()?;
    let guest = participant.guest();
    let home = floor.home(guest, last)?;
    let stays = |slot: &Slot| slot.starts_at > facts.now && floor.stay(guest, &slot.id, last).is_some();
    Some(Booth {
        tables: home.tables.iter().map(|number| number - 1).collect(),
        slots: facts.programme.slots.iter().map(stays).collect(),
        yields: home.yields,
    })
}

/// The published plan by places; meetings of people who have left are gone.
fn planned(facts: &Facts, places: &Places) -> Vec<matching::Meeting> {
    let placed =
        facts.planned.iter().filter_map(|met| places.meeting((&met.a, &met.b), &met.slot, met.table));
    placed.collect()
}

fn frozen_slots(facts: &Facts) -> HashMap<&ParticipantId, HashSet<&str>> {
    let mut frozen: HashMap<&ParticipantId, HashSet<&str>> = HashMap::new();
    for meeting in facts.planned.iter().filter(|meeting| is_frozen(facts, meeting)) {
        frozen.entry(&meeting.a).or_default().insert(meeting.slot.as_str());
        frozen.entry(&meeting.b).or_default().insert(meeting.slot.as_str());
    }
    frozen
}
