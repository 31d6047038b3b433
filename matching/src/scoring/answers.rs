//! Answers to the event's own questions: the same answer, or different ones, can speak for a pair.

use super::weights::MAX_WEIGHT;

/// What an event makes of two people's answers to one of its questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Comparison {
    pub wanted: Wanted,
    points: i32,
}

/// Which two answers get the points. Who did not answer gets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// At least one choice in common.
    Same,
    /// No choice in common.
    Different,
}

impl Comparison {
    /// A comparison worth these points; what is out of range is brought into it.
    pub fn new(wanted: Wanted, points: i32) -> Self {
        Self { wanted, points: points.clamp(0, MAX_WEIGHT) }
    }

    /// What it gives where it holds.
    pub fn points(self) -> i32 {
        self.points
    }

    fn holds(self, one: &[u32], other: &[u32]) -> bool {
        let shared = one.iter().any(|code| other.contains(code));
        !one.is_empty() && !other.is_empty() && shared == (self.wanted == Wanted::Same)
    }
}

/// The places of the comparisons that hold for two people's answers.
pub(super) fn holding<'a>(
    comparisons: &'a [Comparison],
    one: &'a [Vec<u32>],
    other: &'a [Vec<u32>],
) -> impl Iterator<Item = usize> + 'a {
    let answers = one.iter().zip(other);
    let each = comparisons.iter().zip(answers).enumerate();
    each.filter(|(_, (comparison, (one, other)))| comparison.holds(one, other)).map(|(place, _)| place)
}
