//! What stands in for the solver where it is not built in: nothing is known.

use std::marker::PhantomData;

/// Takes clauses and answers nothing.
pub(crate) struct Solver<'a>(PhantomData<&'a ()>);

impl<'a> Solver<'a> {
    /// No clauses; it is never called.
    pub(crate) fn stopped_by(_: impl FnMut() -> bool + 'a) -> Self {
        Self(PhantomData)
    }

    /// No clauses; neither is ever called.
    pub(crate) fn watched(_: impl FnMut() + 'a, _: impl FnMut() -> bool + 'a) -> Self {
        Self(PhantomData)
    }

    /// Has no effect.
    pub(crate) fn add(&mut self, _: impl IntoIterator<Item = i32>) {}

    /// Not known.
    pub(crate) fn solve(&mut self, _: impl Iterator<Item = i32>) -> Option<bool> {
        None
    }

    /// Not known.
    pub(crate) fn solve_within(&mut self, _: i32, assumptions: impl Iterator<Item = i32>) -> Option<bool> {
        self.solve(assumptions)
    }

    /// Nothing was answered.
    pub(crate) fn failed(&self, _: i32) -> bool {
        false
    }

    /// Nothing was answered.
    pub(crate) fn holds(&self, _: i32) -> bool {
        false
    }
}
