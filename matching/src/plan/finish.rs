//! The second stage: who meets whom is decided, now the same meetings are moved among the slots for few idle gaps and
//! get tables so that few people walk. Levels one to three cannot change here.

use crate::fixed::{self, BreakRule, FixedMeeting, FixedOptions, FixedProblem, FixedSlot};
use crate::model::problem::{NONE, Pair, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::{SlotSet, slots_of};
use crate::model::solution::{Figures, Meeting};
use crate::plan::tables;
use crate::tuning::finish::{WORK_PER_MEETING, WORK_PER_UNIT};

/// The schedule with its meetings in slots that leave fewer gaps. `work` is that of the whole run; `stop` is asked now
/// and then.
pub(crate) fn fewer_gaps<'p>(
    schedule: &Schedule<'p>,
    seed: u64,
    work: u64,
    stop: &mut dyn FnMut() -> bool,
) -> Schedule<'p> {
    if Figures::of(schedule.problem, &tables::assign(schedule)).idle_gaps == 0 {
        return schedule.clone();
    }
    let (problem, pairs) = as_fixed(schedule);
    let usual = FixedOptions::for_rounds(seed, pairs.len());
    let options = FixedOptions { work: usual.work.min(work.saturating_mul(WORK_PER_UNIT)), ..usual };
    let outcome = fixed::fewest_gaps(&problem, &options, &mut |_| stop());
    let better = outcome.ok().and_then(|o| moved(schedule, &pairs, &o.slots));
    better.or_else(|| beside_interpreted(schedule, &options, stop)).unwrap_or_else(|| schedule.clone())
}

/// The same where interpreters are too few for that: meetings that need one stay where they are.
fn beside_interpreted<'p>(
    schedule: &Schedule<'p>,
    options: &FixedOptions,
    stop: &mut dyn FnMut() -> bool,
) -> Option<Schedule<'p>> {
    let (mut problem, pairs) = as_fixed(schedule);
    let needs_one = |k: &u32| schedule.pair(*k).kind != NONE;
    if !pairs.iter().any(needs_one) {
        return None;
    }
    for (meeting, k) in problem.meetings.iter_mut().zip(&pairs).filter(|(_, k)| needs_one(k)) {
        meeting.slots = SlotSet(1 << schedule.slot[*k as usize]);
    }
    let outcome = fixed::fewest_gaps(&problem, options, &mut |_| stop()).ok()?;
    moved(schedule, &pairs, &outcome.slots)
}

/// A schedule of exactly these pairs, which starts from where another one has them; else how many found no slot.
pub(crate) fn with_all<'p>(
    schedule: &Schedule<'p>,
    pairs: &[u32],
    seed: u64,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Schedule<'p>, usize> {
    let problem = fixed_pairs(schedule, pairs);
    let options = FixedOptions { seed, work: work_of_slots(pairs), proof_work: 0 };
    let Ok(outcome) = fixed::fewest_gaps(&problem, &options, &mut |_| stop()) else {
        return Err(pairs.len());
    };
    let left_out = outcome.slots.iter().filter(|slot| slot.is_none()).count();
    moved(schedule, pairs, &outcome.slots).ok_or(left_out)
}

/// What it may cost to seek slots for all of some pairs.
pub(crate) fn work_of_slots(pairs: &[u32]) -> u64 {
    pairs.len() as u64 * WORK_PER_MEETING
}

/// The meetings of a schedule as a problem of fixed meetings, and their pairs.
fn as_fixed(schedule: &Schedule) -> (FixedProblem, Vec<u32>) {
    let pairs: Vec<u32> = schedule.placed().map(|(k, _)| k).collect();
    (fixed_pairs(schedule, &pairs), pairs)
}

/// Pairs as a problem of fixed meetings, which starts from the slots a schedule gives them.
fn fixed_pairs(schedule: &Schedule, pairs: &[u32]) -> FixedProblem {
    let problem = schedule.problem;
    let meeting = |&k: &u32| {
        let p = &problem.pairs[k as usize];
        FixedMeeting { a: p.a, b: p.b, slots: SlotSet(p.common), table: only_table(problem, p) }
    };
    let start = |&k: &u32| schedule.is_met(k).then(|| u32::from(schedule.slot[k as usize]));
    FixedProblem {
        people: problem.people(),
        slots: slots(problem),
        meetings: pairs.iter().map(meeting).collect(),
        precedences: Vec::new(),
        fairness: None,
        break_rule: BreakRule::IdleGapsWithinPart,
        start: Some(pairs.iter().map(start).collect()),
    }
}

/// The table at which a pair meets whatever its slot; none where there is a choice or it differs. What the problem of fixed
/// meetings does not know then is looked at when its outcome is taken over.
fn only_table(problem: &Problem, pair: &Pair) -> Option<u32> {
    if pair.venue == NONE {
        return None;
    }
    let of_slot = |slot: usize| {
        let of = |at: usize| problem.places.reserved[at].tables.as_slice();
        match problem.place(pair, slot).tables().map(of).min_by_key(|tables| tables.len()) {
            Some([table]) => Some(*table),
            _ => None,
        }
    };
    let mut tables = slots_of(pair.common).map(of_slot);
    let first = tables.next().flatten();
    first.filter(|_| tables.all(|table| table == first))
}

/// The slots; parts are numbered in order of time, whatever the caller calls them.
fn slots(problem: &Problem) -> Vec<FixedSlot> {
    let input = &problem.input().slots;
    let mut part = 0;
    (0..input.len())
        .map(|s| {
            part += u32::from(s > 0 && input[s].part != input[s - 1].part);
            let there = |tables: u32| (0..tables).filter(|t| input[s].has(*t)).count() as u32;
            let tables =
                if input[s].missing.is_empty() { input[s].tables } else { input[s].tables.map(there) };
            FixedSlot { tables, part }
        })
        .collect()
}

/// The schedule with its meetings in other slots; none if a meeting has no slot or a rule of ours is broken there (a
/// booth nobody else may use).
fn moved<'p>(schedule: &Schedule<'p>, pairs: &[u32], slots: &[Option<u32>]) -> Option<Schedule<'p>> {
    let mut out = Schedule::empty(schedule.problem);
    if slots.len() != pairs.len() {
        return None;
    }
    for (&k, slot) in pairs.iter().zip(slots) {
        let slot = (*slot)? as usize;
        if out.free(out.pair(k)) >> slot & 1 == 0 {
            return None;
        }
        out.place(k, slot);
    }
    Some(out)
}

/// The meetings with tables, in the better of two ways. Where there are booths, or tables that are not always there,
/// only our own knows of them.
pub(crate) fn with_tables(schedule: &Schedule) -> Vec<Meeting> {
    let problem = schedule.problem;
    let plain = tables::assign(schedule);
    let changes = Figures::of(problem, &plain).table_changes;
    if changes == 0 || problem.tables_differ() {
        return plain;
    }
    let fixed = as_fixed(schedule).0;
    let slots = fixed.start.clone().unwrap_or_default();
    let Ok(outcome) = fixed::assign_tables(&fixed, &slots) else { return plain };
    if outcome.changes >= changes {
        return plain;
    }
    let meeting = |((m, slot), table): ((&FixedMeeting, &Option<u32>), &Option<u32>)| {
        slot.map(|slot| Meeting { a: m.a as usize, b: m.b as usize, slot: slot as usize, table: *table })
    };
    let mut out: Vec<Meeting> =
        fixed.meetings.iter().zip(&slots).zip(&outcome.tables).filter_map(meeting).collect();
    out.sort_unstable();
    out
}
