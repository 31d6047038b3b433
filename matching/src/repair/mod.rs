//! Repairs an announced schedule after cancellations, late registrations, lost tables or changed availability, with as
//! few changes as its tier allows, and says for each person what changes.
//!
//! The problem is the event as it is *now* (a cancelled person has cap 0); the old meetings use its numbering. What can
//! still be held is kept. Tiers: holes are filled and nobody else is moved; or at most one other meeting changes its slot
//! for each lost one, and none is given up, not even for a better one: it was promised; or everything that is not frozen
//! is solved anew. Frozen slots (past, running) and frozen meetings (confirmed) are never touched. Pins and quotas are kept as
//! far as the tier can; what it could not keep is named.

use crate::alarm::Alarm;
use crate::model::frozen::{Frozen, FrozenSet, frozen_meetings, irregular, with_frozen};
use crate::model::listing::with_met;
use crate::model::problem::{GOAL, NONE, Problem, UNIT};
use crate::model::schedule::Schedule;
use crate::model::solution::{Conflict, Figures, Meeting};
use crate::options::{Observer, Options};
use crate::plan::tables::{self, Earlier};
use crate::tuning::repair::{LOOKS, USEFUL, USEFUL_PER_PERSON};
use chains::Chains;
use missed::missed;
use std::collections::BTreeSet;

mod anew;
mod chains;
mod changes;
mod missed;
mod rescue;
mod search;

pub use changes::{Change, changes};
pub use rescue::rescue;

/// How much may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// Only people with a hole get something new; every meeting that can be held stays.
    HolesOnly,
    /// At most one meeting moves to another slot for each that was lost; none is cancelled.
    OneMovePerLoss {
        /// Meetings that were lost before and are no longer in the old schedule: they count too.
        lost_before: u64,
    },
    /// Whatever is not frozen is solved anew.
    Free,
}

/// A repaired schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Sorted.
    pub meetings: Vec<Meeting>,
    pub figures: Figures,
    /// Old meetings that can no longer be held as they were; a pair may have found another slot. For [`Tier::Free`]:
    /// those of pairs that no longer meet.
    pub lost: Vec<Meeting>,
    /// Everyone whose plan changes, by person.
    pub changes: Vec<Change>,
    /// The demands that the tier could not keep ([`Conflict::NotKept`]), and frozen meetings that stay although there is no
    /// place for them any more ([`Conflict::Frozen`]). All that [`crate::check`] finds beside these is a fault, see
    /// [`Repaired::faults`].
    pub missed: Vec<Conflict>,
}

/// Repairs a schedule.
pub fn repair(
    problem: &Problem,
    old: &[Meeting],
    frozen: &Frozen,
    tier: Tier,
    options: &Options,
    observer: &mut dyn Observer,
) -> Repaired {
    let problem = &*with_met(problem, old);
    let set = FrozenSet::new(problem, frozen);
    let frozen = frozen_meetings(problem, old, &set);
    let room = &*with_frozen(problem, &frozen);
    let (kept, mut lost) = keep(room, old, &set);
    let earlier = Earlier::of(old, &frozen);
    let moving = |kept: Schedule, budget: u64, alarm: &Alarm| {
        tables::assign_keeping(&filled(kept, &set, budget, options, alarm), &earlier)
    };
    let meetings = match tier {
        Tier::HolesOnly => moving(kept, 0, &Alarm::new(observer)),
        Tier::OneMovePerLoss { lost_before } => {
            moving(kept, (lost.len() as u64).saturating_add(lost_before), &Alarm::new(observer))
        }
        Tier::Free => {
            anew::solve_around(problem, room, (frozen.as_slice(), &set), &earlier, options, observer)
                .unwrap_or_else(|| moving(kept, 0, &Alarm::silent()))
        }
    };
    if tier == Tier::Free {
        let met: BTreeSet<_> = meetings.iter().map(|m| (m.a, m.b)).collect();
        lost = old.iter().filter(|m| !met.contains(&(m.a, m.b))).copied().collect();
    }
    let irregular = irregular(problem, &frozen);
    Repaired { missed: missed(problem, &meetings, irregular), ..outcome(problem, old, meetings, lost) }
}

/// A repaired schedule and what it changes.
fn outcome(problem: &Problem, old: &[Meeting], meetings: Vec<Meeting>, lost: Vec<Meeting>) -> Repaired {
    let missed = missed(problem, &meetings, Vec::new());
    Repaired {
        figures: Figures::of(problem, &meetings),
        changes: changes(old, &meetings),
        lost,
        meetings,
        missed,
    }
}

/// The old meetings that can still be held, frozen and pinned ones first, then the most valuable; and the others.
fn keep<'p>(problem: &'p Problem, old: &[Meeting], set: &FrozenSet) -> (Schedule<'p>, Vec<Meeting>) {
    let mut schedule = Schedule::empty(problem);
    let mut lost = Vec::new();
    let mut order: Vec<(bool, i64, &Meeting, u32)> = old
        .iter()
        .map(|m| {
            let pair = problem.index_of(m.a, m.b).unwrap_or(NONE);
            let value = if pair == NONE { 0 } else { problem.pairs[pair as usize].value };
            (!set.contains(m), -value, m, pair)
        })
        .collect();
    order.sort_unstable();
    for (_, _, m, pair) in order {
        let fits = pair != NONE && !schedule.is_met(pair) && {
            let p = schedule.pair(pair);
            m.slot < problem.slots && schedule.below_caps(p) && schedule.free(p) >> m.slot & 1 == 1
        };
        if fits {
            schedule.place(pair, m.slot);
        } else {
            lost.push(*m);
        }
    }
    lost.sort_unstable();
    (schedule, lost)
}

/// Fills the holes; then, if meetings may move, goes on from there, so that a tier that may do more is never worse.
fn filled<'p>(
    kept: Schedule<'p>,
    set: &FrozenSet,
    budget: u64,
    options: &Options,
    alarm: &Alarm,
) -> Schedule<'p> {
    let mut chains = Chains::new(kept, set, options.seed);
    search::fill_greedily(&mut chains);
    let people = chains.schedule.problem.people() as u64;
    let work = (LOOKS.saturating_mul(options.work)).min(USEFUL.max(people * USEFUL_PER_PERSON));
    search::fill(&mut chains, (0, 2 * work), &|_| true, alarm);
    search::fill_greedily(&mut chains);
    if budget > 0 {
        let floor = levels_of(&chains.schedule);
        search::fill(&mut chains, (budget, work), &|better| levels_of(better) >= floor, alarm);
    }
    chains.schedule
}

/// Value without the small preference for those with the fewest meetings, which no figure shows.
fn levels_of(schedule: &Schedule) -> i64 {
    let goal = &schedule.problem.goal;
    let filled: u32 = schedule.degree.iter().zip(goal).map(|(d, g)| d.min(g)).sum();
    let pairs: i64 = schedule.placed().map(|(k, _)| schedule.pair(k).value).sum();
    pairs + GOAL * i64::from(filled) + UNIT * schedule.units() as i64
}
