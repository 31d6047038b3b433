//! Proofs: that no schedule exists, or that none has fewer gaps; and the schedule that shows it.
//!
//! Core-guided search from below, OLL (Andres, Kaufmann, Matheis and Schaub, ICLP 2012; RC2: Ignatiev, Morgado
//! and Marques-Silva, JSAT 11 (2019) 53-64). It assumes that nobody has a gap. If that cannot be, the solver
//! names a set of people one of whom must have one: the bound rises by one, and from then on one of them may.
//! The first schedule found this way has as many gaps as were proved, so it is optimal; a search that ends
//! early still leaves a true bound. Where a question stays open for long, all gaps are counted together
//! instead (`Total`), and the two ways take turns with what both have learnt.
//!
//! ```text
//! assume: a, b, c, d no gap   ->  impossible for {a, c}:   bound 1, a + c at most 1
//! assume: b, d no gap, a + c <= 1  ->  schedule with one gap: optimal
//! ```

mod clauses;
mod formula;

use super::calendar::Calendar;
use super::problem::{Conflict, FixedProblem};
use batsat::Lit;
use clauses::{Answer, Clauses};
use formula::{Formula, Switches, Window};
use std::cell::Cell;

/// Problems with more clauses than this are not given to the solver: the search does better on them.
const LARGEST: u64 = 4_000_000;

/// Work for each attempt to make a core smaller.
const SHRINK: u64 = 2_000_000;

/// Work of the first question put each way; doubled each time neither way is answered.
const FIRST_TURN: u64 = 30_000_000;

/// The most gaps that are counted together.
const MOST_COUNTED: usize = 40;

/// What is known after a proof was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proof {
    /// No schedule has fewer gaps than this.
    pub(super) lower_bound: u64,
    /// A schedule with as few gaps as that, if one was found.
    pub(super) schedule: Option<Vec<u32>>,
    /// Why there is no schedule at all, if that was proved.
    pub(super) conflict: Option<Conflict>,
    /// Work units used.
    pub(super) work: u64,
}

/// Whether the problem is small enough for a proof to be tried.
pub(super) fn within_reach(problem: &FixedProblem) -> bool {
    formula::size(problem) <= LARGEST
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
        if part.schedule.is_some() {
            best = Some(part.lower_bound);
            feasible = true;
            proof.schedule = part.schedule;
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
        proof.conflict = Some(Conflict::People { people });
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
    let mut clauses = Clauses::new(&mut ask);
    let formula = Formula::build(problem, window, Switches::None, &mut clauses);
    let mut cores = Cores::new(&formula.gaps);
    let mut total = Total::default();
    let mut turn = FIRST_TURN;
    let found = loop {
        if known.is_some_and(|known| bound.get() >= known) {
            break Found::Bound;
        }
        if clauses.stopped() || clauses.used() >= work {
            break Found::Nothing;
        }
        let left = work - clauses.used();
        let found = match cores.turn(&mut clauses, turn.min(left), work) {
            Found::Nothing => total.turn(&formula, &mut clauses, bound.get(), turn.min(left)),
            found => found,
        };
        match found {
            Found::Schedule | Found::NoSchedule => break found,
            Found::Bound => bound.set(bound.get().max(cores.bound).max(total.bound)),
            Found::Nothing => turn *= 2,
        }
    };
    Part {
        lower_bound: if found == Found::NoSchedule { u64::MAX } else { bound.get() },
        schedule: (found == Found::Schedule).then(|| schedule(&formula, &clauses)),
        open: found == Found::Nothing,
        work: clauses.used(),
    }
}

/// What one question to the solver has shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// A schedule with as few gaps as the bound; the solver holds it.
    Schedule,
    /// There is none.
    NoSchedule,
    /// A higher bound.
    Bound,
    /// Nothing within the work.
    Nothing,
}

/// The second way, for bounds that no few people are the reason of: all gaps are counted together, and the
/// solver is asked for a schedule with no more than the bound.
#[derive(Default)]
struct Total {
    count: Vec<Lit>,
    bound: u64,
}

impl Total {
    fn turn(&mut self, formula: &Formula, clauses: &mut Clauses, bound: u64, work: u64) -> Found {
        if self.count.is_empty() {
            let gaps: Vec<Lit> = formula.gaps.iter().flatten().copied().collect();
            self.count = clauses.count(&gaps, MOST_COUNTED);
        }
        // Beyond what is counted, the cores alone go on.
        let Some(&more) = self.count.get(bound as usize) else { return Found::Nothing };
        match clauses.solve(&[!more], work) {
            Answer::Yes => Found::Schedule,
            Answer::Open => Found::Nothing,
            Answer::No(core) if core.is_empty() => Found::NoSchedule,
            Answer::No(_) => {
                self.bound = bound + 1;
                Found::Bound
            }
        }
    }
}

/// Counts of gaps, and which entry of each is assumed not to hold.
struct Cores {
    counts: Vec<Vec<Lit>>,
    /// Literal assumed false, its count and its place in it.
    assumed: Vec<(Lit, usize, usize)>,
    /// Cores found so far.
    bound: u64,
}

impl Cores {
    fn new(gaps: &[Vec<Lit>]) -> Self {
        let mut cores = Self { counts: Vec::new(), assumed: Vec::new(), bound: 0 };
        for count in gaps {
            cores.watch(count.clone(), 0);
        }
        cores
    }

    fn watch(&mut self, count: Vec<Lit>, place: usize) {
        if let Some(&literal) = count.get(place) {
            self.assumed.push((literal, self.counts.len(), place));
        }
        self.counts.push(count);
    }

    /// Asks for a schedule under the present assumptions, or relaxes those that exclude each other.
    fn turn(&mut self, clauses: &mut Clauses, work: u64, limit: u64) -> Found {
        let assumptions: Vec<Lit> = self.assumed.iter().map(|&(literal, _, _)| !literal).collect();
        match clauses.solve(&assumptions, work) {
            Answer::Yes => Found::Schedule,
            Answer::Open => Found::Nothing,
            Answer::No(core) if core.is_empty() => Found::NoSchedule,
            Answer::No(core) => {
                let core = shrink(clauses, core, limit);
                self.relax(clauses, &core);
                self.bound += 1;
                Found::Bound
            }
        }
    }

    /// Of these assumptions one must fall: each count in the core may be one higher, all of them together
    /// by one only.
    fn relax(&mut self, clauses: &mut Clauses, core: &[Lit]) {
        let mut raised = Vec::new();
        for &assumption in core {
            let Some(entry) = self.assumed.iter().position(|&(literal, _, _)| !literal == assumption) else {
                continue;
            };
            let (literal, count, place) = self.assumed.remove(entry);
            raised.push(literal);
            if let Some(&next) = self.counts[count].get(place + 1) {
                self.assumed.push((next, count, place + 1));
            }
        }
        clauses.add(raised.iter().copied());
        let together = clauses.count(&raised, raised.len());
        self.watch(together, 1);
    }
}

/// Leaves out of a core what is not needed for it, as far as that is quickly seen. A small core bounds
/// the next search more tightly.
fn shrink(clauses: &mut Clauses, mut core: Vec<Lit>, work: u64) -> Vec<Lit> {
    core.sort_unstable();
    let mut place = 0;
    while place < core.len() && core.len() > 1 && !clauses.stopped() && clauses.used() < work {
        let mut without = core.clone();
        without.remove(place);
        match clauses.solve(&without, SHRINK) {
            Answer::No(smaller) if !smaller.is_empty() => core.retain(|it| smaller.contains(it)),
            _ => place += 1,
        }
    }
    core
}

fn schedule(formula: &Formula, clauses: &Clauses) -> Vec<u32> {
    let chosen = |row: &Vec<(u32, Lit)>| {
        row.iter().find(|&&(_, literal)| clauses.holds(literal)).map_or(u32::MAX, |it| it.0)
    };
    formula.in_slot.iter().map(chosen).collect()
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
    let mut clauses = Clauses::new(ask);
    let window = Window { least: 0, most: problem.fairness.map(|limit| limit as usize) };
    let formula = Formula::build(problem, window, Switches::Seats, &mut clauses);
    let switches: Vec<Lit> = formula.switches.iter().copied().flatten().collect();
    let core = match clauses.solve(&switches, work) {
        Answer::No(core) => shrink(&mut clauses, core, work),
        _ => switches,
    };
    let seats = formula.switches.iter().enumerate();
    let named = seats.filter(|(_, switch)| switch.is_some_and(|switch| core.contains(&switch)));
    let people =
        named.map(|(seat, _)| seat).filter(|&seat| seat < problem.people).map(|seat| seat as u32).collect();
    (people, clauses.used())
}

/// The gaps of a schedule, person by person.
pub(super) fn gaps_of(problem: &FixedProblem, slots: &[u32]) -> Vec<u32> {
    let calendar = Calendar::new(problem);
    let mut occupied = vec![0_u128; problem.people];
    for (it, &slot) in problem.meetings.iter().zip(slots) {
        for person in [it.a, it.b] {
            occupied[person as usize] |= 1_u128.checked_shl(slot).unwrap_or(0);
        }
    }
    occupied.into_iter().map(|it| calendar.gaps(it)).collect()
}
