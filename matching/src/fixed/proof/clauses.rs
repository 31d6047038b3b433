//! Clauses in the making: a SAT solver with a work meter, and the counting circuits built on it.

use crate::algorithms::sat::Solver;
use std::cell::{Cell, RefCell};
use std::ops::Not;

/// Work units of one conflict, and of one time that the solver asks whether to go on, on the scale of the
/// search's units.
const CONFLICT: u64 = 6_000;
const STEP: u64 = 300;

/// How often the caller is asked whether to stop, in work units.
const ASK_EVERY: u64 = 1 << 20;

/// A variable or its negation, as the solver numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lit(i32);

impl Not for Lit {
    type Output = Self;

    fn not(self) -> Self {
        Self(-self.0)
    }
}

/// Counts work and stops the solvers when it is used up or the caller says so. What is counted depends on
/// the solvers' steps alone, so that a run can be repeated.
pub(super) struct Meter<'a> {
    used: Cell<u64>,
    limit: Cell<u64>,
    asked: Cell<u64>,
    stopped: Cell<bool>,
    ask: RefCell<&'a mut dyn FnMut(u64) -> bool>,
}

impl<'a> Meter<'a> {
    /// No work yet. `ask` is told the work done and says whether to stop.
    pub(super) fn new(ask: &'a mut dyn FnMut(u64) -> bool) -> Self {
        Self {
            used: Cell::new(0),
            limit: Cell::new(u64::MAX),
            asked: Cell::new(ASK_EVERY),
            stopped: Cell::new(false),
            ask: RefCell::new(ask),
        }
    }

    /// Work units used so far.
    pub(super) fn used(&self) -> u64 {
        self.used.get()
    }

    /// Whether the caller wants to stop.
    pub(super) fn stopped(&self) -> bool {
        self.stopped.get()
    }

    fn count_conflict(&self) {
        self.used.set(self.used.get() + CONFLICT);
    }

    /// Counts a step, and says whether the solver has to stop.
    fn count_step(&self) -> bool {
        let used = self.used.get() + STEP;
        self.used.set(used);
        if used >= self.asked.get() {
            self.asked.set(used + ASK_EVERY);
            let stop = (self.ask.borrow_mut())(used);
            self.stopped.set(self.stopped.get() || stop);
        }
        self.stopped() || used >= self.limit.get()
    }
}

/// What the solver says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// All clauses and assumptions can be kept.
    Yes,
    /// These assumptions, and any set with them, cannot; empty: the clauses alone cannot.
    No(Vec<Lit>),
    /// Not known within the limit.
    Open,
}

/// A growing set of clauses.
pub(super) struct Clauses<'a> {
    solver: Solver<'a>,
    meter: &'a Meter<'a>,
    variables: i32,
    /// Negated literal added to each clause, so that clauses can be switched off.
    guard: Option<Lit>,
}

impl<'a> Clauses<'a> {
    /// No clauses; work is counted by the meter.
    pub(super) fn new(meter: &'a Meter<'a>) -> Self {
        let solver = Solver::watched(|| meter.count_conflict(), || meter.count_step());
        Self { solver, meter, variables: 0, guard: None }
    }

    /// A new variable, as its positive literal.
    pub(super) fn fresh(&mut self) -> Lit {
        self.variables += 1;
        Lit(self.variables)
    }

    /// Switches the clauses added from now on: they hold only where the literal does.
    pub(super) fn guard_with(&mut self, guard: Option<Lit>) {
        self.guard = guard;
    }

    /// At least one of these.
    pub(super) fn add(&mut self, literals: impl IntoIterator<Item = Lit>) {
        let guard = self.guard.map(|guard| !guard);
        self.solver.add(literals.into_iter().chain(guard).map(|literal| literal.0));
    }

    /// At most one of these: pair by pair, which propagates best at these sizes.
    pub(super) fn at_most_one(&mut self, literals: &[Lit]) {
        for (place, &one) in literals.iter().enumerate() {
            for &other in &literals[..place] {
                self.add([!one, !other]);
            }
        }
    }

    /// A literal that holds exactly where one of these does.
    pub(super) fn any_of(&mut self, literals: &[Lit]) -> Option<Lit> {
        if let [] | [_] = literals {
            return literals.first().copied();
        }
        let any = self.fresh();
        for &literal in literals {
            self.add([!literal, any]);
        }
        self.add(literals.iter().copied().chain([!any]));
        Some(any)
    }

    /// Counts in unary: the result `r` has `r[k]` where more than `k` of the literals hold, up to `most`
    /// entries. The totaliser of Bailleux and Boufkhad (CP 2003), clauses upwards; see [`Self::bind_below`].
    pub(super) fn count(&mut self, literals: &[Lit], most: usize) -> Vec<Lit> {
        if literals.len() <= 1 {
            return literals[..literals.len().min(most)].to_vec();
        }
        let (left, right) = literals.split_at(literals.len() / 2);
        let left = self.count(left, most);
        let right = self.count(right, most);
        let sum: Vec<Lit> = (0..most.min(left.len() + right.len())).map(|_| self.fresh()).collect();
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                if (1..=sum.len()).contains(&(i + j)) {
                    let more = [i.checked_sub(1).map(|i| !left[i]), j.checked_sub(1).map(|j| !right[j])];
                    self.add(more.into_iter().flatten().chain([sum[i + j - 1]]));
                }
            }
        }
        sum
    }

    /// At least `least` of a few literals: of any so many that the others do not suffice, one must hold.
    pub(super) fn bind_below(&mut self, literals: &[Lit], least: usize) {
        // Sequential counter: `reach[k]`, more than k so far, implies that they were there.
        let mut reach: Vec<Option<Lit>> = vec![None; least];
        for &literal in literals {
            let before = reach.clone();
            for k in 0..least {
                let lower = if k == 0 { Some(literal) } else { before[k - 1] };
                if lower.is_none() && before[k].is_none() {
                    continue;
                }
                let now = self.fresh();
                self.add([!now].into_iter().chain(before[k]).chain(lower.map(|_| literal)));
                if k > 0 {
                    self.add([!now].into_iter().chain(before[k]).chain(lower));
                }
                reach[k] = Some(now);
            }
        }
        if let Some(last) = least.checked_sub(1) {
            self.add(reach[last]);
        }
    }

    /// Asks the solver, giving it so many work units more.
    pub(super) fn solve(&mut self, assumptions: &[Lit], work: u64) -> Answer {
        self.meter.limit.set(self.meter.used().saturating_add(work));
        match self.solver.solve(assumptions.iter().map(|literal| literal.0)) {
            Some(true) => Answer::Yes,
            Some(false) => {
                Answer::No(assumptions.iter().copied().filter(|it| self.solver.failed(it.0)).collect())
            }
            None => Answer::Open,
        }
    }

    /// Whether a literal holds in the last answer `Yes`.
    pub(super) fn holds(&self, literal: Lit) -> bool {
        self.solver.holds(literal.0)
    }
}
