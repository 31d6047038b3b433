//! The solver as it is built in.

use cadical::Callbacks;

/// A growing set of clauses; a literal is a variable's number, negative where the variable must not hold.
pub(crate) struct Solver<'a>(cadical::Solver<Watch<'a>>);

/// What the solver calls while it works.
struct Watch<'a> {
    /// None: nothing is told of conflicts.
    learn: Option<Box<dyn FnMut() + 'a>>,
    stop: Box<dyn FnMut() -> bool + 'a>,
}

impl Callbacks for Watch<'_> {
    fn max_length(&self) -> i32 {
        if self.learn.is_some() { i32::MAX } else { 0 }
    }

    fn learn(&mut self, _: &[i32]) {
        if let Some(learn) = &mut self.learn {
            learn();
        }
    }

    fn terminate(&mut self) -> bool {
        (self.stop)()
    }
}

impl<'a> Solver<'a> {
    /// No clauses. `stop` is called between steps: whether to end the search. Else it has no part in it.
    pub(crate) fn stopped_by(stop: impl FnMut() -> bool + 'a) -> Self {
        let mut solver = cadical::Solver::new();
        solver.set_callbacks(Some(Watch { learn: None, stop: Box::new(stop) }));
        Self(solver)
    }

    /// No clauses, in the configuration for finding what is asked for, which takes longer than showing that there is
    /// nothing. `learn` is called at each conflict, `stop` between steps: whether to end the search.
    pub(crate) fn watched(learn: impl FnMut() + 'a, stop: impl FnMut() -> bool + 'a) -> Self {
        let mut solver = cadical::Solver::with_config("sat").unwrap_or_default();
        solver.set_callbacks(Some(Watch { learn: Some(Box::new(learn)), stop: Box::new(stop) }));
        Self(solver)
    }

    /// One of these literals must hold.
    pub(crate) fn add(&mut self, clause: impl IntoIterator<Item = i32>) {
        self.0.add_clause(clause);
    }

    /// Whether all clauses can be kept beside the assumptions; `None` where the search was ended.
    pub(crate) fn solve(&mut self, assumptions: impl Iterator<Item = i32>) -> Option<bool> {
        self.0.solve_with(assumptions)
    }

    /// The same with at most so many conflicts.
    pub(crate) fn solve_within(
        &mut self,
        conflicts: i32,
        assumptions: impl Iterator<Item = i32>,
    ) -> Option<bool> {
        self.0.set_limit("conflicts", conflicts).ok()?;
        self.solve(assumptions)
    }

    /// Whether an assumption was needed for the last answer "no".
    pub(crate) fn failed(&self, literal: i32) -> bool {
        self.0.failed(literal)
    }

    /// Whether a literal holds in the last answer "yes".
    pub(crate) fn holds(&self, literal: i32) -> bool {
        self.0.value(literal) == Some(true)
    }
}
