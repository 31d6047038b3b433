//! What a repair could not keep, and what is a fault beside that.

use super::Repaired;
use crate::model::check::{Breach, check};
use crate::model::problem::Problem;
use crate::model::solution::{Conflict, Figures, Meeting};
use std::collections::BTreeMap;

/// The pins and the quotas that a schedule does not keep, and the frozen meetings it has no place for.
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
    let figures = Figures::of(problem, meetings);
    let quotas = problem.input().quotas.iter().enumerate();
    let missed = quotas.filter(|(at, quota)| !quota.holds(figures.crossing.for_quota(*at), figures.meetings));
    let quotas: Vec<usize> = missed.map(|(at, _)| at).collect();
    let mut out = Vec::new();
    if !quotas.is_empty() || !pins.is_empty() {
        out.push(Conflict::NotKept { pins, quotas });
    }
    if !irregular.is_empty() {
        out.push(Conflict::Frozen { pairs: irregular });
    }
    out
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
        (Breach::QuotaMissed { quota, .. }, Conflict::NotKept { quotas, .. }) => quotas.contains(quota),
        (
            Breach::NoSuchTable { meeting }
            | Breach::AwayFromBooth { meeting, .. }
            | Breach::ForeignBooth { meeting, .. },
            _,
        ) => frozen(&|k, _| k == *meeting),
        (Breach::NoInterpreter { slot, .. }, _) => frozen(&|_, m| m.slot == *slot),
        (Breach::AboveCap { person, .. }, _) => frozen(&|_, m| [m.a, m.b].contains(person)),
        _ => false,
    }
}
