//! Solves one slot anew, exactly, with all others fixed: a maximum-weight matching among the people who are there then.
//! Slots are taken in turn, which makes a descent that single exchanges do not find.
//!
//! With prices of slots a matching sees further than its slot: a pair that meets elsewhere may come over if what it
//! frees there is worth more, and somebody at their cap may give up another meeting. What a freed time is worth is only
//! lent at its price; the slot it is in is solved anew when its turn comes.
//!
//! ```text
//! slot 3: a-b (met in slot 7) comes over   ->  a and b are free in slot 7, lent at the price of that
//! slot 7: a-c and b-d find each other      ->  two meetings where there was one
//! ```
//!
//! Invariant: the value never falls unless noise or a loan was asked for.

use crate::alarm::Alarm;
use crate::algorithms::blossom::{Matched, maximum_matching};
use crate::algorithms::random::Random;
use crate::bounds::prices::{FINE, Prices};
use crate::model::problem::{NONE, Pair, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::model::solution::Meeting;
use crate::plan::greedy::{by_gain, slot_for};
use crate::plan::tables;
use crate::tuning::improve::{LOOKS_OF_UNIT, MOST_EXACT};

/// The pairs that are looked at in each slot, and what each person's time was worth when it was solved last.
pub(crate) struct Candidates {
    pairs: Vec<Vec<u32>>,
    /// Duals of the last matching of a slot, where the next one starts; empty before the first.
    worth: Vec<Vec<i64>>,
}

impl Candidates {
    /// Looks at every pair in each slot that it could meet in.
    pub(crate) fn of_all(problem: &Problem) -> Candidates {
        let common: Vec<Mask> = problem.pairs.iter().map(|p| p.common).collect();
        Candidates::of(problem, &common)
    }

    /// Looks at each pair in some slots.
    pub(crate) fn of(problem: &Problem, good: &[Mask]) -> Candidates {
        let mut pairs = vec![Vec::new(); problem.slots];
        for (k, &mask) in (0u32..).zip(good) {
            slots_of(mask).for_each(|s| pairs[s].push(k));
        }
        Candidates { pairs, worth: vec![Vec::new(); problem.slots] }
    }

    /// The pairs to look at in a slot, and those that met there until now.
    fn pairs_at(&self, slot: usize, gone: &[(u32, usize)]) -> Vec<u32> {
        let listed = &self.pairs[slot];
        let others = gone.iter().map(|g| g.0).filter(|k| listed.binary_search(k).is_err());
        listed.iter().copied().chain(others).collect()
    }

    /// Matches the offers of a slot and remembers the duals; how many edges were looked at for it.
    fn matched(&mut self, slot: usize, offers: &Offers, alarm: &Alarm) -> (Vec<Option<usize>>, u64) {
        let known = &mut self.worth[slot];
        let mut guess = Vec::new();
        if known.is_empty() {
            known.resize(offers.index.len(), 0);
        } else {
            guess.resize(offers.people, 0);
            for (&at, &dual) in offers.index.iter().zip(known.iter()).filter(|(at, _)| **at != NONE) {
                guess[at as usize] = dual;
            }
        }
        let mut looks = 0;
        let stop = &mut |looked| {
            looks += looked;
            alarm.rings(looked)
        };
        let Matched { mates, duals } = maximum_matching(offers.people, &offers.edges, &guess, stop);
        for (&at, dual) in offers.index.iter().zip(known) {
            *dual = if at == NONE { 0 } else { duals[at as usize] };
        }
        (mates, looks)
    }
}

/// What freed times and caps are taken to be worth, in units of value.
pub(crate) struct Loan {
    /// A person's time in a slot, `person * slots + slot`.
    time: Vec<i64>,
    /// One meeting less of a person.
    person: Vec<i64>,
    /// A table in a slot: what a meeting that takes one must be worth besides.
    table: Vec<i64>,
    slots: usize,
}

impl Loan {
    /// Lends at a number of thousandths of the prices.
    pub(crate) fn new(problem: &Problem, prices: &Prices, thousandths: i64) -> Loan {
        let lent = |price: &i64| price.max(&0) * thousandths / 1_000 / FINE;
        Loan {
            time: prices.time.iter().map(lent).collect(),
            person: prices.person.iter().map(lent).collect(),
            table: prices.table.iter().map(|price| price / FINE).collect(),
            slots: problem.slots,
        }
    }

    /// The price of the table that a pair takes in a slot.
    fn table(&self, problem: &Problem, pair: &Pair, slot: usize) -> i64 {
        if problem.takes_table(pair, slot) { self.table[slot] } else { 0 }
    }

    fn time(&self, person: u32, slot: usize) -> i64 {
        self.time[person as usize * self.slots + slot]
    }
}

/// What makes a matching go beyond the best for its slot.
pub(crate) struct Perturbation<'l> {
    /// Each weight is raised by up to so much, at random.
    pub noise: i64,
    pub loan: Option<&'l Loan>,
}

impl Perturbation<'_> {
    /// Nothing: the best matching with all other slots as they are.
    pub(crate) const NONE: Perturbation<'static> = Perturbation { noise: 0, loan: None };
}

/// Takes out the meetings of a slot and puts in the best matching. Leaves the slot as it was if that is better and nothing
/// perturbs it, or if the quotas need it. The work is returned. Cut short, the slot has some matching.
pub(crate) fn solve_slot(
    schedule: &mut Schedule,
    slot: usize,
    candidates: &mut Candidates,
    perturbation: &Perturbation,
    (random, alarm): (&mut Random, &Alarm),
) -> u64 {
    let (before, crossing) = (schedule.value, schedule.crossing);
    let mut gone = clear(schedule, slot);
    let loan = perturbation.loan;
    let given_up = loan.map_or_else(Vec::new, |loan| to_give_up(schedule, slot, loan));
    let mut offers = Offers::none(schedule.problem);
    for k in candidates.pairs_at(slot, &gone) {
        let worth = match loan {
            None => own_worth(schedule, k, slot),
            Some(loan) => worth_with_loan(schedule, k, slot, loan, &given_up),
        };
        if let Some(worth) = worth {
            let noise =
                if perturbation.noise > 0 { random.below(perturbation.noise as usize) as i64 } else { 0 };
            offers.add(k, schedule.pair(k), worth + noise);
        }
    }
    let (mates, looks) = candidates.matched(slot, &offers, alarm);
    let placed = take(schedule, slot, &offers, &mates, &given_up, &mut gone);
    let is_perturbed = perturbation.noise > 0 || loan.is_some();
    if !schedule.quotas_hold_beside(&crossing) || (schedule.value < before && !is_perturbed) {
        for k in placed {
            schedule.remove(k);
        }
        gone.iter().for_each(|&(k, s)| schedule.place(k, s));
    }
    let usual = (offers.edges.len() + candidates.pairs[slot].len() / 8 + 100) as u64;
    // Without prices of slots many pairs are worth nearly the same, and the last duals are no good start: a matching looks at its
    // edges far more often than what a slot usually costs pays for.
    if loan.is_some() {
        return usual;
    }
    usual.max((looks / LOOKS_OF_UNIT).saturating_sub(2 * usual))
}

/// Takes out the meetings of a slot: pair and slot of each.
fn clear(schedule: &mut Schedule, slot: usize) -> Vec<(u32, usize)> {
    let people = 0..schedule.problem.people() as u32;
    let met = people.map(|i| (i, schedule.met_at(i, slot)));
    let gone: Vec<(u32, usize)> =
        met.filter(|&(i, k)| k != NONE && schedule.pair(k).a == i).map(|(_, k)| (k, slot)).collect();
    gone.iter().for_each(|&(k, _)| {
        schedule.remove(k);
    });
    gone
}

/// For each person at their cap the meeting that costs least to give up, and that cost.
fn to_give_up(schedule: &Schedule, slot: usize, loan: &Loan) -> Vec<Option<(i64, u32)>> {
    let problem = schedule.problem;
    let least = |i: u32| {
        let at_cap = schedule.degree[i as usize] >= problem.cap[i as usize];
        if !at_cap || problem.open[i as usize] >> slot & 1 == 0 {
            return None;
        }
        let meetings = slots_of(schedule.busy[i as usize]).map(|s| (s, schedule.met_at(i, s)));
        let costs = meetings.filter(|&(_, k)| !schedule.pair(k).pinned).map(|(s, k)| {
            let p = schedule.pair(k);
            let partner = if p.a == i { p.b } else { p.a };
            let partners_gain = problem.gain(partner as usize, schedule.degree[partner as usize]);
            let freed =
                loan.time(partner, s) + loan.person[partner as usize] + loan.table(schedule.problem, p, s);
            (p.value + partners_gain - freed, k)
        });
        costs.min()
    };
    (0..problem.people() as u32).map(least).collect()
}

/// What a pair adds in a slot, if it may meet there beside everything else.
fn own_worth(schedule: &Schedule, k: u32, slot: usize) -> Option<i64> {
    let p = schedule.pair(k);
    let may = !schedule.is_met(k) && schedule.below_caps(p) && schedule.free(p) >> slot & 1 == 1;
    may.then(|| schedule.gain(p) - schedule.more_gap_cost(p, slot))
}

/// What a pair adds in a slot if it may come over from another, and its people may give up another meeting.
fn worth_with_loan(
    schedule: &Schedule,
    k: u32,
    slot: usize,
    loan: &Loan,
    given_up: &[Option<(i64, u32)>],
) -> Option<i64> {
    let p = schedule.pair(k);
    if (p.common & !schedule.crowded(p)) >> slot & 1 == 0 {
        return None;
    }
    if schedule.is_met(k) {
        let from = schedule.slot[k as usize] as usize;
        let freed = loan.time(p.a, from) + loan.time(p.b, from) + loan.table(schedule.problem, p, from);
        return (!p.pinned).then(|| freed - loan.table(schedule.problem, p, slot));
    }
    let mut worth = p.value - loan.table(schedule.problem, p, slot);
    for i in [p.a as usize, p.b as usize] {
        if schedule.degree[i] < schedule.problem.cap[i] {
            worth += schedule.problem.gain(i, schedule.degree[i] + 1);
        } else {
            worth -= given_up[i]?.0;
        }
    }
    Some(worth)
}

/// Pairs and what they are worth in a slot, as edges of a graph of the people they concern.
struct Offers {
    /// Vertex of each person, or [`NONE`].
    index: Vec<u32>,
    people: usize,
    edges: Vec<(u32, u32, i64)>,
    pairs: Vec<u32>,
}

impl Offers {
    fn none(problem: &Problem) -> Offers {
        Offers { index: vec![NONE; problem.people()], people: 0, edges: Vec::new(), pairs: Vec::new() }
    }

    fn add(&mut self, k: u32, pair: &Pair, worth: i64) {
        let (a, b) = (self.vertex(pair.a), self.vertex(pair.b));
        self.edges.push((a, b, worth));
        self.pairs.push(k);
    }

    fn vertex(&mut self, person: u32) -> u32 {
        let at = &mut self.index[person as usize];
        if *at == NONE {
            *at = self.people as u32;
            self.people += 1;
        }
        *at
    }
}

/// Places the matched pairs, the most valuable first where there are fewer tables; what has to go for one of them joins
/// `gone`. The pairs that were placed.
fn take(
    schedule: &mut Schedule,
    slot: usize,
    offers: &Offers,
    mates: &[Option<usize>],
    given_up: &[Option<(i64, u32)>],
    gone: &mut Vec<(u32, usize)>,
) -> Vec<u32> {
    let chosen = |e: &(u32, u32, i64)| mates[e.0 as usize] == Some(e.1 as usize);
    let mut order: Vec<usize> = (0..offers.pairs.len()).filter(|&at| chosen(&offers.edges[at])).collect();
    order.sort_unstable_by_key(|&at| (-offers.edges[at].2, at));
    let mut placed = Vec::new();
    for k in order.into_iter().map(|at| offers.pairs[at]) {
        let p = schedule.pair(k);
        if schedule.crowded(p) >> slot & 1 == 1 {
            continue;
        }
        if schedule.is_met(k) {
            gone.push((k, schedule.remove(k)));
        }
        for i in [p.a as usize, p.b as usize] {
            let full = schedule.degree[i] >= schedule.problem.cap[i];
            if let Some(&Some((_, other))) = given_up.get(i).filter(|_| full)
                && schedule.is_met(other)
            {
                gone.push((other, schedule.remove(other)));
            }
        }
        if schedule.below_caps(p) && schedule.free(p) >> slot & 1 == 1 {
            schedule.place(k, slot);
            placed.push(k);
        }
    }
    placed
}

/// Slot by slot: in each slot, one after the other, the best matching of the pairs that are still allowed, by what they
/// add now. Above some thousands of people the most valuable first instead of the best matching.
#[must_use]
pub fn slot_by_slot(problem: &Problem) -> Vec<Meeting> {
    let mut schedule = Schedule::empty(problem);
    let (mut unused, silent) = (Random::new(0), Alarm::silent());
    let mut candidates = Candidates::of_all(problem);
    for slot in 0..problem.slots {
        if problem.people() <= MOST_EXACT && !problem.has_quota() {
            solve_slot(&mut schedule, slot, &mut candidates, &Perturbation::NONE, (&mut unused, &silent));
        } else {
            greedy_slot(&mut schedule, slot);
        }
    }
    tables::assign(&schedule)
}

/// Fills one slot, the most valuable pair first.
fn greedy_slot(schedule: &mut Schedule, slot: usize) {
    for k in by_gain(schedule, 1 << slot) {
        if let Some(slot) = slot_for(schedule, k, 1 << slot) {
            schedule.place(k, slot);
        }
    }
}
