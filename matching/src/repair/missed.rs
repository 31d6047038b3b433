//! What a repair could not keep, and what is a fault beside that.

use super::Repaired;
use crate::model::check::{Breach, check};
use crate::model::input::Quota;
use crate::model::problem::Problem;
use crate::model::solution::{Conflict, Figures, Meeting};
use std::collections::BTreeMap;

/// The pins and the quota that a schedule does not keep, and the frozen meetings it has no place for.
pub(super) fn missed(
    problem: &Problem,
    meetings: &[Meeting],
    irregular: Vec<(usize, usize)>,
) -> Vec<Conflict> {
    let held: BTreeMap<(usize, usize), &Meeting> = meetings.iter().map(|m| ((m.a, m.b), m)).collect();
    let is_kept = |k: &usize| {
        let pin = &problem.input().pins[*k];
        held.get(&pin.key()).is_some_and(|m| {
            pin.slot.is_none_or(|s| m.slot == s) && pin.table.is_none_or(|t| m.table == Some(t))
        })
    };
    let pins: Vec<usize> = (0..problem.input().pins.len()).filter(|k| !is_kept(k)).collect();
    let quota = problem.input().quota.filter(|quota| !holds(quota, &Figures::of(problem, meetings)));
    let mut out = Vec::new();
    if quota.is_some() || !pins.is_empty() {
        out.push(Conflict::NotKept { pins, quota });
    }
    if !irregular.is_empty() {
        out.push(Conflict::Frozen { pairs: irregular });
    }
    out
}

fn holds(quota: &Quota, figures: &Figures) -> bool {
    match quota {
        Quota::Count(count) => figures.crossing >= u64::from(*count),
        Quota::Percent(percent) => figures.crossing * 100 >= figures.meetings * u64::from(*percent),
    }
}

impl Repaired {
    /// The breaches of the repaired schedule that are not explained by `missed`: faults of the engine, or of the old schedule.
    #[must_use]
    pub fn faults(&self, problem: &Problem) -> Vec<Breach> {
        let mut out = check(problem, &self.meetings);
        out.retain(|breach| !self.missed.iter().any(|missed| explains(missed, breach, &self.meetings)));
        out
    }
}

/// Whether a missed demand or a frozen meeting is what a breach is about.
fn explains(missed: &Conflict, breach: &Breach, meetings: &[Meeting]) -> bool {
    let frozen = |holds: &dyn Fn(usize, &Meeting) -> bool| {
        let Conflict::Frozen { pairs } = missed else { return false };
        meetings.iter().enumerate().any(|(k, m)| pairs.contains(&(m.a, m.b)) && holds(k, m))
    };
    match (breach, missed) {
        (Breach::PinBroken { pin }, Conflict::NotKept { pins, .. }) => pins.contains(pin),
        (Breach::QuotaMissed { .. }, Conflict::NotKept { quota, .. }) => quota.is_some(),
        (
            Breach::NoSuchTable { meeting }
            | Breach::AwayFromBooth { meeting, .. }
            | Breach::ForeignBooth { meeting, .. },
            _,
        ) => frozen(&|k, _| k == *meeting),
        (Breach::AboveCap { person, .. }, _) => frozen(&|_, m| [m.a, m.b].contains(person)),
        _ => false,
    }
}
