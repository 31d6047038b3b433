//! What is never touched. A frozen meeting keeps its slot and its table, whatever became of tables, booths, limits and pins
//! since: it has been held, is being held or was confirmed. It is lost only if one of the two is gone (cancelled, not there
//! in that slot) or the two may not meet any more.

use crate::model::input::PairInput;
use crate::model::interpreting::unheard;
use crate::model::places::{NONE, Place, ReservedTables, Venue};
use crate::model::problem::{Pair, Problem};
use crate::model::slots::{MOST_SLOTS, Mask};
use crate::model::solution::Meeting;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What is never touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frozen {
    /// Slots that are past or running.
    pub slots: Vec<usize>,
    /// Pairs whose meeting is confirmed; the order of the two does not matter.
    pub pairs: Vec<(usize, usize)>,
}

/// [`Frozen`] as a set of meetings.
pub(crate) struct FrozenSet {
    pub slots: Mask,
    pairs: BTreeSet<(usize, usize)>,
}

impl FrozenSet {
    pub(crate) fn new(problem: &Problem, frozen: &Frozen) -> FrozenSet {
        let slots = frozen.slots.iter().filter(|&&s| s < problem.slots).fold(0, |mask, &s| mask | 1 << s);
        FrozenSet { slots, pairs: frozen.pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect() }
    }

    pub(crate) fn contains(&self, m: &Meeting) -> bool {
        (m.slot < MOST_SLOTS && self.slots >> m.slot & 1 == 1) || self.pairs.contains(&m.key())
    }
}

/// The meetings of an old schedule that are frozen and can still be held.
pub(crate) fn frozen_meetings(problem: &Problem, old: &[Meeting], set: &FrozenSet) -> Vec<Meeting> {
    let mut busy = vec![0; problem.people()];
    let mut met = BTreeSet::new();
    let mut out = Vec::new();
    for m in old.iter().filter(|m| set.contains(m) && m.slot < problem.slots) {
        let here = |i: usize| problem.cap[i] > 0 && problem.open[i] >> m.slot & 1 == 1;
        let (a, b) = m.key();
        let can_stay = allowed(problem, a, b).is_some() && here(a) && here(b);
        if can_stay && (busy[a] | busy[b]) >> m.slot & 1 == 0 && met.insert((a, b)) {
            busy[a] |= 1 << m.slot;
            busy[b] |= 1 << m.slot;
            out.push(Meeting { a, b, ..*m });
        }
    }
    out
}

/// An allowed pair as the input or the rule gives it, even if no slot or table is left for its meeting.
fn allowed(problem: &Problem, a: usize, b: usize) -> Option<PairInput> {
    let listed = || problem.input().pairs.iter().find(|p| p.key() == (a, b)).cloned();
    problem.pair_between(a, b).or_else(listed)
}

/// The same problem in which the frozen meetings are possible as they are, in their slots alone.
pub(crate) fn with_frozen<'p>(problem: &'p Problem, frozen: &[Meeting]) -> Cow<'p, Problem> {
    if frozen.is_empty() {
        return Cow::Borrowed(problem);
    }
    let mut out = problem.clone();
    let mut pairs: Vec<Pair> = frozen.iter().filter_map(|m| frozen_pair(&mut out, m)).collect();
    for at in unheard(&out.speech, pairs.iter().zip(frozen).map(|(pair, m)| (pair.a, pair.b, m.slot))) {
        pairs[at].kind = NONE;
    }
    let keys: BTreeSet<(u32, u32)> = pairs.iter().map(|p| (p.a, p.b)).collect();
    out.pairs.retain(|p| !keys.contains(&(p.a, p.b)));
    let mut has = vec![0; problem.people()];
    let mut load = vec![0; problem.slots];
    for (p, m) in pairs.iter().zip(frozen) {
        has[m.a] += 1;
        has[m.b] += 1;
        load[m.slot] += u32::from(out.takes_table(p, m.slot));
    }
    out.cap.iter_mut().zip(&has).for_each(|(cap, has)| *cap = (*cap).max(*has));
    out.free_tables.iter_mut().zip(&load).for_each(|(tables, load)| *tables = (*tables).max(*load));
    out.pairs.extend(pairs);
    out.pairs.sort_unstable_by_key(|p| (p.a, p.b));
    Cow::Owned(out.reindexed(&problem.goal))
}

/// The pair of a frozen meeting, in its slot. It uses the booth or pinned table it was at, and one of the slot's free tables
/// if it was at one of these.
fn frozen_pair(problem: &mut Problem, m: &Meeting) -> Option<Pair> {
    let listed = problem.index_of(m.a, m.b).map(|k| problem.pairs[k as usize].clone());
    let mut pair = listed.or_else(|| Some(problem.pair_unchecked(&allowed(problem, m.a, m.b)?)))?;
    let keeps_pin = problem.input().pins.iter().any(|pin| {
        pin.key() == (m.a, m.b)
            && pin.slot.is_none_or(|slot| slot == m.slot)
            && pin.table.is_none_or(|table| m.table == Some(table))
    });
    if pair.pinned && !keeps_pin {
        pair.pinned = false;
        pair.value -= crate::model::problem::PINNED;
    }
    pair.common = 1 << m.slot;
    pair.venue = match place_of(problem, m) {
        Place::FREE => NONE,
        place => problem.places.add(Venue::everywhere(place)),
    };
    Some(pair)
}

/// What a frozen meeting takes in its slot.
fn place_of(problem: &Problem, m: &Meeting) -> Place {
    let Some(table) = m.table else { return Place::NOWHERE };
    let is_booth = problem.places.is_booth(table);
    let of = |booth: bool| {
        let tables = problem.places.reserved.iter();
        let at = |it: &ReservedTables| {
            it.tables.contains(&table) && it.booth == booth && (booth || it.tables.len() == 1)
        };
        tables.clone().position(at).map_or(NONE, |at| at as u32)
    };
    let takes_table = problem.input().slots[m.slot].has(table) && !is_booth;
    Place { reserved: [of(true), of(false)], takes_table }
}

/// The frozen meetings for which nobody is there to interpret, beside those before them.
pub(crate) fn without_interpreter(problem: &Problem, frozen: &[Meeting]) -> BTreeSet<(usize, usize)> {
    let found = unheard(&problem.speech, frozen.iter().map(|m| (m.a as u32, m.b as u32, m.slot)));
    found.into_iter().map(|at| (frozen[at].a, frozen[at].b)).collect()
}

/// The frozen meetings that today's tables, booths, interpreters or limits have no place for.
pub(crate) fn irregular(problem: &Problem, frozen: &[Meeting]) -> Vec<(usize, usize)> {
    let mut has: BTreeMap<usize, u32> = BTreeMap::new();
    for m in frozen {
        *has.entry(m.a).or_default() += 1;
        *has.entry(m.b).or_default() += 1;
    }
    let input = problem.input();
    let too_many = |i: usize| has[&i] > input.people[i].cap;
    let wrong_table = |m: &Meeting| {
        // Where they would meet today, whatever a pin says.
        let two = (m.a as u32, m.b as u32);
        let place = problem.places.by_stays(two).at(m.slot);
        let hosts: Vec<usize> = place.tables().collect();
        let foreign = hosts.is_empty() && m.table.is_some_and(|t| problem.places.is_booth(t));
        let own =
            hosts.iter().all(|&at| m.table.is_some_and(|t| problem.places.reserved[at].tables.contains(&t)));
        let apart = problem.apart(m.a, m.b) >> m.slot & 1 == 1;
        let exists = match (input.slots[m.slot].tables, m.table) {
            (Some(_), Some(table)) => input.slots[m.slot].has(table),
            (None, Some(_)) => !hosts.is_empty(),
            (count, None) => count.is_none(),
        };
        !own || foreign || apart || !exists
    };
    let unheard = without_interpreter(problem, frozen);
    let irregular =
        |m: &&Meeting| too_many(m.a) || too_many(m.b) || wrong_table(m) || unheard.contains(&(m.a, m.b));
    frozen.iter().filter(irregular).map(|m| (m.a, m.b)).collect()
}
