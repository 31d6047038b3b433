//! Demands that cannot be met for a reason a person can check: somebody's meetings have too few slots, some
//! slots have too few tables, or meetings must follow one another in too little time.
//!
//! The first two are Hall's condition (J. London Math. Soc. 10 (1935) 26-30): meetings are matched to slots,
//! and where one stays over, the meetings an alternating search reaches from it have too few slots between
//! them.

use super::board::allowed;
use super::problem::{FixedConflict, FixedProblem, SlotSet};

/// A reason why there is no schedule, if one is near at hand. `None` says nothing.
pub(super) fn plain_conflict(problem: &FixedProblem) -> Option<FixedConflict> {
    let allowed = allowed(problem);
    too_few_slots(problem, &allowed)
        .or_else(|| too_few_tables(problem, &allowed))
        .or_else(|| out_of_order(problem, &allowed))
}

/// A person (the one with the fewest meetings in the conflict) whose meetings do not fit into their slots.
fn too_few_slots(problem: &FixedProblem, allowed: &[u128]) -> Option<FixedConflict> {
    let mut meetings: Vec<Vec<u32>> = vec![Vec::new(); problem.people];
    for (meeting, it) in problem.meetings.iter().enumerate() {
        meetings[it.a as usize].push(meeting as u32);
        meetings[it.b as usize].push(meeting as u32);
    }
    let one_each = vec![1; problem.slots.len()];
    let mut found: Option<FixedConflict> = None;
    let mut fewest = usize::MAX;
    for (person, meetings) in meetings.into_iter().enumerate() {
        if let Some((meetings, slots)) = overfull(&meetings, allowed, &one_each)
            && meetings.len() < fewest
        {
            fewest = meetings.len();
            found = Some(FixedConflict::Person { person: person as u32, meetings, slots: SlotSet(slots) });
        }
    }
    found
}

/// Meetings that do not fit to the tables of their slots.
fn too_few_tables(problem: &FixedProblem, allowed: &[u128]) -> Option<FixedConflict> {
    let all: Vec<u32> = (0..problem.meetings.len() as u32).collect();
    let room = |tables: Option<u32>| tables.map_or(usize::MAX, |tables| tables as usize);
    let rooms: Vec<usize> = problem.slots.iter().map(|slot| room(slot.tables)).collect();
    let (meetings, slots) = overfull(&all, allowed, &rooms)?;
    let places =
        SlotSet(slots).iter().filter_map(|slot| problem.slots[slot as usize].tables).map(u64::from).sum();
    Some(FixedConflict::Tables { meetings, slots: SlotSet(slots), places })
}

/// Matches meetings to slots with room for several each. If one cannot be matched: meetings with too little
/// room between them, and their slots.
pub(super) fn overfull(meetings: &[u32], allowed: &[u128], room: &[usize]) -> Option<(Vec<u32>, u128)> {
    let mut inside: Vec<Vec<u32>> = vec![Vec::new(); room.len()];
    for &meeting in meetings {
        let mut reached = allowed[meeting as usize];
        // How each slot was reached: by moving this meeting there from that slot.
        let mut from: Vec<Option<(u32, u32)>> = vec![None; room.len()];
        let mut queue: Vec<u32> = SlotSet(reached).iter().collect();
        let mut next = 0;
        while next < queue.len() && inside[queue[next] as usize].len() >= room[queue[next] as usize] {
            let slot = queue[next];
            next += 1;
            for &other in &inside[slot as usize] {
                for more in SlotSet(allowed[other as usize] & !reached).iter() {
                    from[more as usize] = Some((other, slot));
                    queue.push(more);
                }
                reached |= allowed[other as usize];
            }
        }
        let Some(&free) = queue.get(next) else {
            let mut conflict: Vec<u32> =
                SlotSet(reached).iter().flat_map(|slot| inside[slot as usize].clone()).collect();
            conflict.push(meeting);
            conflict.sort_unstable();
            return Some((conflict, reached));
        };
        let mut to = free;
        while let Some((other, slot)) = from[to as usize] {
            inside[slot as usize].retain(|&it| it != other);
            inside[to as usize].push(other);
            to = slot;
        }
        inside[to as usize].push(meeting);
    }
    None
}

/// A chain of precedences too long for the slots its meetings have, or a circle.
fn out_of_order(problem: &FixedProblem, allowed: &[u128]) -> Option<FixedConflict> {
    let count = allowed.len();
    let mut after = vec![Vec::new(); count];
    let mut waiting = vec![0_u32; count];
    for &(earlier, later) in &problem.precedences {
        after[earlier as usize].push(later);
        waiting[later as usize] += 1;
    }
    // First slot each meeting can have, and the meeting that makes it wait (Kahn's order).
    let mut first: Vec<u32> = allowed.iter().map(|slots| slots.trailing_zeros()).collect();
    let mut behind: Vec<Option<u32>> = vec![None; count];
    let mut ready: Vec<u32> = (0..count as u32).filter(|&it| waiting[it as usize] == 0).collect();
    let mut next = 0;
    while let Some(&meeting) = ready.get(next) {
        next += 1;
        let slot = first[meeting as usize];
        if slot >= u128::BITS {
            return Some(FixedConflict::Order { meetings: chain_to(meeting, &behind) });
        }
        for &later in &after[meeting as usize] {
            let open = allowed[later as usize] & !(u128::MAX >> (u128::BITS - 1 - slot));
            let earliest = open.trailing_zeros();
            if earliest > first[later as usize] {
                first[later as usize] = earliest;
                behind[later as usize] = Some(meeting);
            }
            waiting[later as usize] -= 1;
            if waiting[later as usize] == 0 {
                ready.push(later);
            }
        }
    }
    let stuck = (0..count as u32).find(|&it| waiting[it as usize] > 0)?;
    Some(FixedConflict::Order { meetings: circle_from(stuck, &problem.precedences, &waiting) })
}

fn chain_to(meeting: u32, behind: &[Option<u32>]) -> Vec<u32> {
    let mut chain = vec![meeting];
    let mut last = meeting;
    while let Some(earlier) = behind[last as usize] {
        chain.push(earlier);
        last = earlier;
    }
    chain.reverse();
    chain
}

/// A circle among the meetings that still wait, found by walking backwards until a meeting comes again.
fn circle_from(start: u32, precedences: &[(u32, u32)], waiting: &[u32]) -> Vec<u32> {
    let mut ahead = vec![None; waiting.len()];
    for &(earlier, later) in precedences {
        if waiting[earlier as usize] > 0 {
            ahead[later as usize] = Some(earlier);
        }
    }
    let mut path = vec![start];
    let mut last = start;
    while let Some(earlier) = ahead[last as usize] {
        if let Some(place) = path.iter().position(|&it| it == earlier) {
            path.drain(..place);
            break;
        }
        path.push(earlier);
        last = earlier;
    }
    path.reverse();
    path
}
