//! A plan beside the bounds of a run that made another one: a repaired plan, or one that was changed by hand.

use crate::model::frozen::Frozen;
use crate::model::problem::Problem;
use crate::model::solution::{Bounds, Figures, Meeting, Shortfall};
use crate::reasons::why_short_beside;

/// What is true of a plan, solved, repaired or made by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub figures: Figures,
    /// The bounds, that on the score beside the levels of this plan.
    pub bounds: Bounds,
    /// Distance from the proven best in hundred-thousandths of the score.
    pub gap: u64,
    /// Whether the total and the filled units of a coverage are at their bounds.
    pub is_best: bool,
    /// Everyone with fewer meetings than their wished minimum, by person.
    pub shortfalls: Vec<Shortfall>,
}

/// Judges a plan by bounds of its problem: they hold for every plan. Meetings that are not of the problem are left out.
#[must_use]
pub fn judge(problem: &Problem, meetings: &[Meeting], frozen: &Frozen, bounds: &Bounds) -> Judgement {
    let figures = Figures::of(problem, meetings);
    Judgement {
        bounds: bounds.beside(&figures),
        gap: bounds.gap(&figures),
        is_best: bounds.total <= figures.total() && bounds.units <= figures.units,
        shortfalls: why_short_beside(problem, meetings, frozen),
        figures,
    }
}
