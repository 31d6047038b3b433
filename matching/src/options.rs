//! How hard to work, and who looks on.

use crate::model::solution::Bounds;

/// How to solve. The same problem and options give the same solution on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Chooses among equally good ways; any number.
    pub seed: u64,
    /// Work units, each about a tenth of a microsecond of one core of the year 2020, more where people count in
    /// thousands. Never measured by a clock.
    pub work: u64,
    /// What may be left open: a run ends when it proves that no plan is better by more.
    pub enough: Enough,
}

/// A distance from the proven best that cannot matter, where all wishes and goals are at their bounds: neither more points nor a
/// greater part of the score. A search for the last two points of 200,000 costs a hundred times what all others did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enough {
    pub points: u64,
    /// Millionths of the score.
    pub millionths: u64,
}

impl Enough {
    /// 20 points and a ten-thousandth of the score.
    pub const USUAL: Enough = Enough { points: 20, millionths: 100 };

    /// Nothing is left open: a run goes on until the proof or the end of its work.
    pub const NOTHING: Enough = Enough { points: 0, millionths: 0 };

    /// The points that may be left open beside a score.
    pub(crate) fn of(self, score: u64) -> u64 {
        self.points.min((u128::from(score) * u128::from(self.millionths) / 1_000_000) as u64)
    }
}

impl Options {
    /// For a first look: about half a second at 250 people.
    #[must_use]
    pub const fn quick() -> Options {
        Options { seed: 1, work: 2_000_000, enough: Enough::USUAL }
    }

    /// For a draft an organiser will look at: at most two seconds at 250 people.
    #[must_use]
    pub const fn standard() -> Options {
        Options { seed: 1, work: 8_000_000, enough: Enough::USUAL }
    }

    /// For the round that is published, and for events across time zones: about ten seconds at 900.
    #[must_use]
    pub const fn thorough() -> Options {
        Options { seed: 1, work: 80_000_000, enough: Enough::USUAL }
    }
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continue {
    Yes,
    /// End now with the best schedule so far.
    Stop,
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Computing whom each would meet if slots did not matter, and the first bound.
    Flow,
    /// Giving slots.
    Colouring,
    /// Proving a tighter bound where people are available at different times.
    Bound,
    /// Exchanging meetings.
    Exchange,
    /// Solving single slots anew.
    Reoptimise,
    /// Closing gaps and giving tables.
    Finish,
}

/// How far a run is. The figures are those of the best schedule so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    /// Work units spent, of `work_total`.
    pub work: u64,
    pub work_total: u64,
    pub mutual: u64,
    pub goals_filled: u64,
    pub score: u64,
    pub bounds: Bounds,
}

/// Looks on and may stop the run. It is asked between units of work, so what it answers decides when a run ends,
/// but never what a run that ends by itself gives.
pub trait Observer {
    fn progress(&mut self, progress: &Progress) -> Continue;
}

/// Nobody looks on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn progress(&mut self, _: &Progress) -> Continue {
        Continue::Yes
    }
}
