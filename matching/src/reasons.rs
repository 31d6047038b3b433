//! Why somebody has fewer meetings than wished: found by looking at the finished schedule, so that each reason can be
//! checked there.

use crate::input::Quota;
use crate::problem::{NONE, Problem, slots_of};
use crate::schedule::Schedule;
use crate::solution::{Hindrance, Meeting, Reason, Shortfall};
use std::collections::BTreeMap;

/// Everyone with fewer meetings than their wished minimum in any valid schedule, with the reason. Meetings that the
/// problem does not know, and slots that two meetings claim, are left out.
#[must_use]
pub fn why_short(problem: &Problem, meetings: &[Meeting]) -> Vec<Shortfall> {
    let mut schedule = Schedule::empty(problem);
    for meeting in meetings {
        let key = (meeting.a.min(meeting.b) as u32, meeting.a.max(meeting.b) as u32);
        let Ok(pair) = problem.pairs.binary_search_by_key(&key, |p| (p.a, p.b)) else { continue };
        let known = &problem.pairs[pair];
        let fits = !schedule.is_met(pair as u32) && schedule.below_caps(known);
        if fits && meeting.slot < problem.slots && schedule.free(known) >> meeting.slot & 1 == 1 {
            schedule.place(pair as u32, meeting.slot);
        }
    }
    shortfalls(&schedule)
}

/// The same for a schedule under construction.
pub(crate) fn shortfalls(schedule: &Schedule) -> Vec<Shortfall> {
    let people = &schedule.problem.input().people;
    let short = |i: &usize| schedule.degree[*i] < people[*i].minimum;
    let short: Vec<usize> = (0..people.len()).filter(short).collect();
    let partners = allowed(schedule.problem, &short);
    short
        .into_iter()
        .map(|person| Shortfall {
            person,
            has: schedule.degree[person],
            wished: people[person].minimum,
            reason: reason(schedule, person, &partners[&person]),
        })
        .collect()
}

/// The allowed partners of some people, with the pair where the two can meet at all.
fn allowed(problem: &Problem, people: &[usize]) -> BTreeMap<usize, Vec<(usize, u32)>> {
    let mut out: BTreeMap<usize, Vec<(usize, u32)>> = people.iter().map(|&i| (i, Vec::new())).collect();
    for p in &problem.input().pairs {
        for (me, other) in [(p.a, p.b), (p.b, p.a)] {
            if let Some(list) = out.get_mut(&me) {
                let near = problem.near(me).iter().find(|n| n.0 as usize == other);
                list.push((other, near.map_or(NONE, |n| n.1)));
            }
        }
    }
    for list in out.values_mut() {
        list.sort_unstable();
    }
    out
}

fn reason(schedule: &Schedule, person: usize, partners: &[(usize, u32)]) -> Reason {
    let said = &schedule.problem.input().people[person];
    let has = schedule.degree[person];
    let available = schedule.problem.open[person].count_ones();
    if partners.is_empty() {
        return Reason::NoPartner;
    }
    if has == said.cap {
        return Reason::OwnLimit { cap: said.cap };
    }
    if has == available {
        return Reason::OwnSlots { available };
    }
    let open: Vec<_> = partners.iter().filter(|(_, pair)| *pair == NONE || !schedule.is_met(*pair)).collect();
    if open.is_empty() {
        return Reason::EveryoneMet { partners: partners.len() as u32 };
    }
    Reason::Hindered(
        open.iter().map(|&&(other, pair)| (other, hindrance(schedule, person, other, pair))).collect(),
    )
}

fn hindrance(schedule: &Schedule, person: usize, other: usize, pair: u32) -> Hindrance {
    let problem = schedule.problem;
    let both = problem.open[person] & problem.open[other];
    if both == 0 {
        return Hindrance::NoCommonSlot;
    }
    if schedule.degree[other] >= problem.input().people[other].cap {
        return Hindrance::PartnerAtLimit;
    }
    let booth = |i: usize| problem.input().people[i].booth;
    if booth(person).is_some() && booth(other).is_some() && booth(person) != booth(other) {
        return Hindrance::TwoBooths;
    }
    let free = both & !schedule.busy[person] & !schedule.busy[other];
    if free == 0 {
        return Hindrance::Taken;
    }
    let placeable = if pair == NONE { 0 } else { schedule.free(schedule.pair(pair)) };
    if placeable == 0 {
        return Hindrance::TablesFull { slots: slots_of(free).collect() };
    }
    Hindrance::Quota
}

/// Whether one more meeting keeps the quota.
pub(crate) fn quota_allows(schedule: &Schedule, crossing: bool) -> bool {
    match schedule.problem.quota {
        Some(Quota::Percent(percent)) => {
            let crosses = schedule.crossing + u64::from(crossing);
            crossing || crosses * 100 >= (schedule.meetings + 1) * u64::from(percent)
        }
        _ => true,
    }
}
