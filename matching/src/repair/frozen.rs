//! What is never touched. A frozen meeting keeps its slot and its table, whatever became of tables, booths, limits and pins
//! since: it has been held, is being held or was confirmed. It is lost only if one of the two is gone (cancelled, not there
//! in that slot) or the two may not meet any more.

use crate::input::PairInput;
use crate::problem::{MOST_SLOTS, Mask, NONE, Pair, Problem};
use crate::solution::Meeting;
use crate::tables::Earlier;
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

/// [`Frozen`], ready to be asked.
pub(crate) struct Fixed {
    pub slots: Mask,
    pairs: BTreeSet<(usize, usize)>,
}

impl Fixed {
    pub(crate) fn new(problem: &Problem, frozen: &Frozen) -> Fixed {
        let slots = frozen.slots.iter().filter(|&&s| s < problem.slots).fold(0, |mask, &s| mask | 1 << s);
        Fixed { slots, pairs: frozen.pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect() }
    }

    pub(crate) fn holds(&self, m: &Meeting) -> bool {
        (m.slot < MOST_SLOTS && self.slots >> m.slot & 1 == 1)
            || self.pairs.contains(&(m.a.min(m.b), m.a.max(m.b)))
    }
}

/// The frozen meetings that stay.
pub(crate) fn standing(problem: &Problem, old: &[Meeting], fixed: &Fixed) -> Vec<Meeting> {
    let mut busy = vec![0; problem.people()];
    let mut met = BTreeSet::new();
    let mut out = Vec::new();
    for m in old.iter().filter(|m| fixed.holds(m) && m.slot < problem.slots) {
        let here = |i: usize| problem.cap[i] > 0 && problem.open[i] >> m.slot & 1 == 1;
        let (a, b) = (m.a.min(m.b), m.a.max(m.b));
        let stays = said(problem, a, b).is_some() && here(a) && here(b);
        if stays && (busy[a] | busy[b]) >> m.slot & 1 == 0 && met.insert((a, b)) {
            busy[a] |= 1 << m.slot;
            busy[b] |= 1 << m.slot;
            out.push(Meeting { a, b, ..*m });
        }
    }
    out
}

/// What the input or the rule says of an allowed pair, even if nothing has room for its meeting now.
fn said(problem: &Problem, a: usize, b: usize) -> Option<PairInput> {
    let listed = || problem.input().pairs.iter().find(|p| (p.a.min(p.b), p.a.max(p.b)) == (a, b)).cloned();
    problem.pair_between(a, b).or_else(listed)
}

/// The same problem in which the standing meetings are possible as they are, in their slots alone.
pub(crate) fn with_room<'p>(problem: &'p Problem, standing: &[Meeting]) -> Cow<'p, Problem> {
    if standing.is_empty() {
        return Cow::Borrowed(problem);
    }
    let forced: Vec<Pair> = standing.iter().filter_map(|m| forced(problem, m)).collect();
    let keys: BTreeSet<(u32, u32)> = forced.iter().map(|p| (p.a, p.b)).collect();
    let mut out = problem.clone();
    out.relaxed = None;
    out.pairs.retain(|p| !keys.contains(&(p.a, p.b)));
    let mut has = vec![0; problem.people()];
    let mut load = vec![0; problem.slots];
    for (p, m) in forced.iter().zip(standing) {
        has[m.a] += 1;
        has[m.b] += 1;
        load[m.slot] += u32::from(p.pooled);
    }
    out.cap.iter_mut().zip(&has).for_each(|(cap, has)| *cap = (*cap).max(*has));
    out.pool.iter_mut().zip(&load).for_each(|(pool, load)| *pool = (*pool).max(*load));
    out.pairs.extend(forced);
    out.pairs.sort_unstable_by_key(|p| (p.a, p.b));
    Cow::Owned(out.reindexed(&problem.goal))
}

/// The pair of a standing meeting, in its slot; it takes its table from whoever is bound to it, and one of the slot's free
/// tables if it is one of these.
fn forced(problem: &Problem, m: &Meeting) -> Option<Pair> {
    let key = (m.a as u32, m.b as u32);
    let listed = problem.pairs.binary_search_by_key(&key, |p| (p.a, p.b)).ok();
    let listed = listed.map(|k| problem.pairs[k].clone());
    let mut pair = listed.or_else(|| Some(problem.pair_as_said(&said(problem, m.a, m.b)?)))?;
    let keeps_pin = problem.input().pins.iter().any(|pin| {
        (pin.a.min(pin.b), pin.a.max(pin.b)) == (m.a, m.b)
            && pin.slot.is_none_or(|slot| slot == m.slot)
            && pin.table.is_none_or(|table| m.table == Some(table))
    });
    if pair.pinned && !keeps_pin {
        pair.pinned = false;
        pair.value -= crate::problem::PINNED;
    }
    let is_booth = |t: u32| problem.places.iter().any(|p| p.booth && p.table == t);
    let exists = |t: u32| problem.input().slots[m.slot].tables.is_some_and(|count| t < count);
    pair.common = 1 << m.slot;
    pair.place = problem.places.iter().position(|p| Some(p.table) == m.table).map_or(NONE, |k| k as u32);
    pair.pooled = m.table.is_some_and(|t| exists(t) && !is_booth(t));
    Some(pair)
}

/// The standing meetings that today's tables, booths or limits have no place for.
pub(super) fn irregular(problem: &Problem, standing: &[Meeting]) -> Vec<(usize, usize)> {
    let mut has: BTreeMap<usize, u32> = BTreeMap::new();
    for m in standing {
        *has.entry(m.a).or_default() += 1;
        *has.entry(m.b).or_default() += 1;
    }
    let input = problem.input();
    let too_many = |i: usize| has[&i] > input.people[i].cap;
    let wrong_table = |m: &Meeting| {
        let booths = [m.a, m.b].map(|i| input.people[i].booth);
        let own = booths.iter().flatten().all(|&booth| m.table == Some(booth));
        let foreign = booths == [None, None]
            && m.table.is_some_and(|t| input.people.iter().any(|p| p.booth == Some(t)));
        let exists = match (input.slots[m.slot].tables, m.table) {
            (Some(count), Some(table)) => table < count,
            (None, Some(_)) => booths != [None, None],
            (count, None) => count.is_none(),
        };
        !own || foreign || !exists
    };
    let irregular = |m: &&Meeting| too_many(m.a) || too_many(m.b) || wrong_table(m);
    standing.iter().filter(irregular).map(|m| (m.a, m.b)).collect()
}

/// The tables of the old meetings, those of standing ones never to be changed.
pub(super) fn earlier(old: &[Meeting], standing: &[Meeting]) -> Earlier {
    let key = |m: &Meeting| (m.a.min(m.b), m.a.max(m.b), m.slot);
    Earlier {
        tables: old.iter().filter_map(|m| m.table.map(|t| (key(m), t))).collect(),
        standing: standing.iter().map(|m| (key(m), m.table)).collect(),
    }
}
