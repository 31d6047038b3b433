//! Meetings that may change places without anybody noticing: the same partner, the same slots, and at the other
//! end somebody who meets nobody else. A solver that tells them apart tries all their orders one by one, so
//! they are one group: "one of these is in the slot".

use super::super::board::{allowed, seats};
use super::super::problem::FixedProblem;
use std::collections::BTreeMap;

/// Interchangeable meetings; most meetings are a group of their own.
pub(super) struct Group {
    /// The meetings, in the order of their numbers.
    pub(super) meetings: Vec<u32>,
    /// The slots each of them may be in.
    pub(super) slots: u128,
    /// The seats of the first meeting. The people at the far ends of the others are nowhere else.
    pub(super) seats: [u32; 3],
}

/// Each meeting as a group of its own.
pub(super) fn singles(problem: &FixedProblem) -> Vec<Group> {
    let meetings = allowed(problem).into_iter().zip(seats(problem).0).enumerate();
    meetings.map(|(meeting, (slots, seats))| Group { meetings: vec![meeting as u32], slots, seats }).collect()
}

/// All meetings, those that are interchangeable together.
pub(super) fn groups(problem: &FixedProblem) -> Vec<Group> {
    let mut ordered = vec![false; problem.meetings.len()];
    for &(earlier, later) in &problem.precedences {
        ordered[earlier as usize] = true;
        ordered[later as usize] = true;
    }
    let meets = meetings_of_each(problem);
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<(u32, u128), usize> = BTreeMap::new();
    for single in singles(problem) {
        let it = problem.meetings[single.meetings[0] as usize];
        let partner = match (meets[it.a as usize], meets[it.b as usize]) {
            _ if ordered[single.meetings[0] as usize] || it.table.is_some() => None,
            (2.., 1) => Some(it.a),
            (1, 2..) => Some(it.b),
            _ => None,
        };
        let Some(partner) = partner else {
            groups.push(single);
            continue;
        };
        let place = *known.entry((partner, single.slots)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.meetings.extend(single.meetings),
            None => groups.push(single),
        }
    }
    groups
}

/// How many meetings each person has.
pub(super) fn meetings_of_each(problem: &FixedProblem) -> Vec<usize> {
    let mut meets = vec![0; problem.people];
    for it in &problem.meetings {
        meets[it.a as usize] += 1;
        meets[it.b as usize] += 1;
    }
    meets
}
