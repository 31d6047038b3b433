//! Why somebody has fewer meetings than wished: found by looking at the finished schedule, so that each reason can be
//! checked there.

use crate::model::frozen::{Frozen, FrozenSet, frozen_meetings, with_frozen};
use crate::model::listing::with_met;
use crate::model::problem::{NONE, Problem};
use crate::model::schedule::Schedule;
use crate::model::slots::{Mask, slots_of};
use crate::model::solution::{Hindrance, Meeting, Reason, Shortfall};
use std::collections::BTreeMap;

/// Everyone with fewer meetings than their wished minimum in any valid schedule, with the reason. Meetings that the
/// problem does not know, and slots that two meetings claim, are left out.
#[must_use]
pub fn why_short(problem: &Problem, meetings: &[Meeting]) -> Vec<Shortfall> {
    why_short_beside(problem, meetings, &Frozen::default())
}

/// The same for a repaired schedule: that a slot is frozen is a reason of its own.
#[must_use]
pub fn why_short_beside(problem: &Problem, meetings: &[Meeting], frozen: &Frozen) -> Vec<Shortfall> {
    let problem = &*with_met(problem, meetings);
    let set = FrozenSet::new(problem, frozen);
    // A meeting that a repair has where its pin does not want it is looked at where it is.
    let pinned_elsewhere = |m: &&Meeting| {
        let pair = problem.index_of(m.a, m.b).map(|k| &problem.pairs[k as usize]);
        m.slot < problem.slots && pair.is_none_or(|pair| pair.common >> m.slot & 1 == 0)
    };
    let beside: Vec<(usize, usize)> = meetings.iter().filter(pinned_elsewhere).map(|m| (m.a, m.b)).collect();
    let kept = FrozenSet::new(
        problem,
        &Frozen { slots: frozen.slots.clone(), pairs: [frozen.pairs.clone(), beside].concat() },
    );
    let frozen = frozen_meetings(problem, meetings, &kept);
    let problem = &*with_frozen(problem, &frozen);
    let mut schedule = Schedule::empty(problem);
    for meeting in frozen.iter().chain(meetings) {
        let Some(pair) = problem.index_of(meeting.a, meeting.b) else { continue };
        let known = &problem.pairs[pair as usize];
        let fits = !schedule.is_met(pair) && schedule.below_caps(known);
        if fits && meeting.slot < problem.slots && schedule.free(known) >> meeting.slot & 1 == 1 {
            schedule.place(pair, meeting.slot);
        }
    }
    shortfalls_beside(&schedule, set.slots)
}

/// The same for a schedule under construction.
pub(crate) fn shortfalls(schedule: &Schedule) -> Vec<Shortfall> {
    shortfalls_beside(schedule, 0)
}

fn shortfalls_beside(schedule: &Schedule, closed: Mask) -> Vec<Shortfall> {
    let people = &schedule.problem.input().people;
    let short = |i: &usize| schedule.degree[*i] < people[*i].minimum;
    let short: Vec<usize> = (0..people.len()).filter(short).collect();
    let partners = allowed(schedule.problem, &short);
    short
        .into_iter()
        .map(|person| Shortfall {
            person,
            has: schedule.degree[person],
            minimum: people[person].minimum,
            reason: reason(schedule, person, &partners[&person], closed),
        })
        .collect()
}

/// An allowed partner: the index of the pair in the input, and among those that can meet at all, or [`NONE`].
struct Partner {
    other: usize,
    listed: usize,
    pair: u32,
}

/// The allowed partners of some people, by person.
fn allowed(problem: &Problem, people: &[usize]) -> BTreeMap<usize, Vec<Partner>> {
    let mut out: BTreeMap<usize, Vec<Partner>> = people.iter().map(|&i| (i, Vec::new())).collect();
    for (listed, p) in problem.input().pairs.iter().enumerate() {
        for (me, other) in [(p.a, p.b), (p.b, p.a)] {
            if let Some(list) = out.get_mut(&me) {
                list.push(Partner { other, listed, pair: problem.index_of(p.a, p.b).unwrap_or(NONE) });
            }
        }
    }
    for list in out.values_mut() {
        list.sort_unstable_by_key(|partner| partner.other);
    }
    out
}

fn reason(schedule: &Schedule, person: usize, partners: &[Partner], closed: Mask) -> Reason {
    let input = &schedule.problem.input().people[person];
    let has = schedule.degree[person];
    let available = schedule.problem.open[person].count_ones();
    if partners.is_empty() {
        return Reason::NoPartner;
    }
    if has >= input.cap {
        return Reason::OwnLimit { cap: input.cap };
    }
    if has == available {
        return Reason::OwnSlots { available };
    }
    let is_open = |partner: &&Partner| partner.pair == NONE || !schedule.is_met(partner.pair);
    let open: Vec<_> = partners.iter().filter(is_open).collect();
    if open.is_empty() {
        return Reason::EveryoneMet { partners: partners.len() as u32 };
    }
    Reason::Hindered(
        open.iter().map(|partner| (partner.other, hindrance(schedule, person, partner, closed))).collect(),
    )
}

fn hindrance(schedule: &Schedule, person: usize, partner: &Partner, closed: Mask) -> Hindrance {
    let (problem, other) = (schedule.problem, partner.other);
    let both = problem.open[person] & problem.open[other];
    if both == 0 {
        return Hindrance::NoCommonSlot;
    }
    if schedule.degree[other] >= problem.input().people[other].cap {
        return Hindrance::PartnerAtLimit;
    }
    if both & !problem.apart(person, other) == 0 {
        return Hindrance::TwoBooths;
    }
    let free = both & !schedule.busy[person] & !schedule.busy[other];
    if free == 0 {
        return Hindrance::Taken;
    }
    // As if they were not pinned: a pin leaves a pair less than it could have.
    let pair_input = &problem.input().pairs[partner.listed];
    let unpinned = problem.pair_unchecked(pair_input);
    let with_table = schedule.free(&problem.pair_in_one_language(pair_input));
    if with_table == 0 {
        return Hindrance::TablesFull { slots: slots_of(free).collect() };
    }
    if schedule.free(&unpinned) == 0 {
        return Hindrance::NoInterpreter { slots: slots_of(with_table).collect() };
    }
    let now = if partner.pair == NONE { 0 } else { schedule.free(schedule.pair(partner.pair)) };
    if now == 0 {
        return Hindrance::PinnedElsewhere;
    }
    if now & !closed == 0 {
        return Hindrance::Frozen { slots: slots_of(now).collect() };
    }
    if schedule.quotas_allow(pair_input.crossing) {
        return Hindrance::Free { slots: slots_of(now & !closed).collect() };
    }
    Hindrance::Quota
}
