//! Proofs: that no schedule exists, or that none has fewer gaps; and the schedule that shows it.
//!
//! From below: is there a schedule without a gap? With one? And so on. The first schedule found this way has
//! as many gaps as were proved, so it is optimal; a search that ends early still leaves a true bound. One
//! solver is asked all questions, so that what it learns from one serves the next: all gaps are counted
//! together, and only the assumption about the count changes.
//!
//! ```text
//! assume: at most 0 gaps  ->  no:   bound 1
//! assume: at most 1 gap   ->  no:   bound 2
//! assume: at most 2 gaps  ->  schedule with two gaps: optimal
//! ```

mod clauses;
mod crowds;
mod formula;
mod groups;
mod person;
mod rooms;
mod windows;

use super::problem::{FixedConflict, FixedProblem};
use crate::algorithms::sat::HAS_SAT;
use clauses::{Answer, Clauses, Lit, Meter};
use formula::{Formula, Switches, Window};
use std::cell::Cell;

/// Problems with more clauses than this are not given to the solver: the search does better on them.
const LARGEST: u64 = 4_000_000;

/// Work for each attempt to make a core smaller.
const SHRINK: u64 = 2_000_000;

/// The most gaps that are counted at first; the count is made anew where the bound reaches its end.
const COUNTED: usize = 40;

/// What is known after a proof was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proof {
    /// No schedule has fewer gaps than this.
    pub(super) lower_bound: u64,
    /// A schedule with as few gaps as that, if one was found.
    pub(super) schedule: Option<Vec<u32>>,
    /// Why there is no schedule at all, if that was proved.
    pub(super) conflict: Option<FixedConflict>,
    /// Work units used.
    pub(super) work: u64,
}

/// Whether a proof can be tried: there is a solver, and the problem is small enough for it.
pub(super) fn within_reach(problem: &FixedProblem) -> bool {
    HAS_SAT && formula::size(problem) <= LARGEST
}

/// Tries to prove that there is no schedule with fewer gaps than `known` (`None`: no schedule is known), or
/// finds the best one, within about `work` units. `ask` is told the bound and the work so far.
pub(super) fn prove(
    problem: &FixedProblem,
    known: Option<u64>,
    work: u64,
    ask: &mut dyn FnMut(u64, u64) -> bool,
) -> Proof {
    let mut proof = Proof { lower_bound: u64::MAX, schedule: None, conflict: None, work: 0 };
    let mut best = known;
    let mut feasible = known.is_some();
    let highest = highest_least(problem);
    for least in 0..=highest {
        // With everybody at `least` gaps or more, this many are needed.
        let floor = least as u64 * problem.people as u64;
        if best.is_some_and(|best| best <= floor) {
            proof.lower_bound = proof.lower_bound.min(floor);
            break;
        }
        let window = Window { least, most: problem.fairness.map(|limit| least + limit as usize) };
        let left = work.saturating_sub(proof.work);
        let spent = proof.work;
        let part = prove_window(problem, window, best, left, &mut |bound, used| ask(bound, spent + used));
        proof.work += part.work;
        proof.lower_bound = proof.lower_bound.min(part.lower_bound);
        if let Some(slots) = part.schedule {
            best = Some(part.lower_bound);
            feasible = true;
            proof.schedule = Some(slots);
        }
        if part.open {
            // Nothing is known of the higher windows but their floor.
            let next = if least < highest { floor + problem.people as u64 } else { u64::MAX };
            proof.lower_bound = proof.lower_bound.min(next);
            break;
        }
    }
    if proof.lower_bound == u64::MAX && !feasible {
        let left = work.saturating_sub(proof.work);
        let (people, used) = conflicting_people(problem, left, &mut |used| ask(0, used));
        proof.conflict = Some(FixedConflict::People { people });
        proof.work += used;
        proof.lower_bound = 0;
    }
    proof
}

/// The highest number of gaps that everybody could have at least. Only of use where fairness is asked for.
fn highest_least(problem: &FixedProblem) -> usize {
    if problem.fairness.is_none() {
        return 0;
    }
    let mut meetings = vec![0_usize; problem.people];
    for it in &problem.meetings {
        meetings[it.a as usize] += 1;
        meetings[it.b as usize] += 1;
    }
    let slots = problem.slots.len();
    let most = |meetings: usize| meetings.saturating_sub(1).min(slots.saturating_sub(meetings));
    meetings.into_iter().map(most).min().unwrap_or(0)
}

/// What is known of the schedules within one window.
struct Part {
    /// `u64::MAX`: there are none.
    lower_bound: u64,
    schedule: Option<Vec<u32>>,
    open: bool,
    work: u64,
}

fn prove_window(
    problem: &FixedProblem,
    window: Window,
    known: Option<u64>,
    work: u64,
    ask: &mut dyn FnMut(u64, u64) -> bool,
) -> Part {
    let bound = Cell::new(0);
    let mut ask = |used| ask(bound.get(), used);
    let meter = Meter::new(&mut ask);
    let mut clauses = Clauses::new(&meter);
    let formula = Formula::build(problem, window, Switches::None, &mut clauses);
    let mut total = Total::new(&formula);
    let found = loop {
        if known.is_some_and(|known| bound.get() >= known) {
            break Found::Bound;
        }
        if meter.stopped() || meter.used() >= work {
            break Found::Nothing;
        }
        let assumption = total.at_most(bound.get(), &mut clauses);
        match clauses.solve(&assumption, work - meter.used()) {
            Answer::Yes => break Found::Schedule,
            Answer::No(core) if core.is_empty() => break Found::NoSchedule,
            Answer::No(_) => bound.set(bound.get() + 1),
            Answer::Open => break Found::Nothing,
        }
    };
    Part {
        lower_bound: if found == Found::NoSchedule { u64::MAX } else { bound.get() },
        schedule: (found == Found::Schedule).then(|| schedule(&formula, &clauses)),
        open: found == Found::Nothing,
        work: meter.used(),
    }
}

/// How the search from below ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// With a schedule that has as few gaps as the bound; the solver holds it.
    Schedule,
    /// There is no schedule.
    NoSchedule,
    /// The bound is that of the schedule known before.
    Bound,
    /// The work was used up.
    Nothing,
}

/// The gaps of all people, counted together.
struct Total {
    gaps: Vec<Lit>,
    /// `[k]` holds where there are more than k gaps.
    count: Vec<Lit>,
}

impl Total {
    fn new(formula: &Formula) -> Self {
        let gaps = formula.gaps.iter().flatten().copied().collect();
        Self { gaps, count: Vec::new() }
    }

    /// The assumption that there are no more gaps than this; none where so many cannot be.
    fn at_most(&mut self, gaps: u64, clauses: &mut Clauses) -> Vec<Lit> {
        let gaps = gaps as usize;
        if gaps >= self.count.len() && gaps < self.gaps.len() {
            self.count = clauses.count(&self.gaps, COUNTED.max(2 * gaps));
        }
        self.count.get(gaps).map(|&more| !more).into_iter().collect()
    }
}

/// Leaves out of a core what is not needed for it, as far as that is quickly seen. A small core bounds
/// the next search more tightly.
fn shrink(clauses: &mut Clauses, meter: &Meter, mut core: Vec<Lit>, work: u64) -> Vec<Lit> {
    core.sort_unstable();
    let mut place = 0;
    while place < core.len() && core.len() > 1 && !meter.stopped() && meter.used() < work {
        let mut without = core.clone();
        without.remove(place);
        match clauses.solve(&without, SHRINK) {
            Answer::No(smaller) if !smaller.is_empty() => core.retain(|it| smaller.contains(it)),
            _ => place += 1,
        }
    }
    core
}

/// The slots of all meetings in the last answer `Yes`.
fn schedule(formula: &Formula, clauses: &Clauses) -> Vec<u32> {
    let count = formula.groups.iter().map(|group| group.meetings.len()).sum();
    let mut slots = vec![u32::MAX; count];
    for (group, row) in formula.groups.iter().zip(&formula.in_slot) {
        let chosen = row.iter().filter(|&&(_, literal)| clauses.holds(literal));
        for (&meeting, &(slot, _)) in group.meetings.iter().zip(chosen) {
            slots[meeting as usize] = slot;
        }
    }
    slots
}

/// People whose schedules cannot be had together, in a problem known to have no schedule.
fn conflicting_people(
    problem: &FixedProblem,
    work: u64,
    ask: &mut dyn FnMut(u64) -> bool,
) -> (Vec<u32>, u64) {
    if highest_least(problem) > 0 {
        // Fairness can then be kept in several ways, and a conflict under one of them shows nothing.
        return ((0..problem.people as u32).collect(), 0);
    }
    let meter = Meter::new(ask);
    let mut clauses = Clauses::new(&meter);
    let window = Window { least: 0, most: problem.fairness.map(|limit| limit as usize) };
    let formula = Formula::build(problem, window, Switches::Seats, &mut clauses);
    let switches: Vec<Lit> = formula.switches.iter().copied().flatten().collect();
    let core = match clauses.solve(&switches, work) {
        Answer::No(core) => shrink(&mut clauses, &meter, core, work),
        _ => switches,
    };
    let seats = formula.switches.iter().enumerate();
    let named = seats.filter(|(_, switch)| switch.is_some_and(|switch| core.contains(&switch)));
    let people =
        named.map(|(seat, _)| seat).filter(|&seat| seat < problem.people).map(|seat| seat as u32).collect();
    (people, meter.used())
}

/// The gaps of a schedule, person by person.
pub(super) fn gaps_of(problem: &FixedProblem, slots: &[u32]) -> Vec<u32> {
    let calendar = super::board::calendar(problem);
    let mut occupied = vec![0_u128; problem.people];
    for (it, &slot) in problem.meetings.iter().zip(slots) {
        for person in [it.a, it.b] {
            occupied[person as usize] |= 1_u128.checked_shl(slot).unwrap_or(0);
        }
    }
    occupied.into_iter().map(|it| calendar.gaps(it)).collect()
}
