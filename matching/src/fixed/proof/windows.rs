//! How somebody could meet everybody without a gap: the stretches of slots, one a meeting, in which all their
//! meetings have a place.

use super::super::bound::overfull;
use super::super::problem::SlotSet;
use super::groups::Group;

/// The stretches of somebody whose groups of meetings these are. A stretch is out where the meetings cannot be
/// matched to its slots (Hall's condition, see [`overfull`]).
pub(super) fn windows<'a>(groups: impl Iterator<Item = &'a Group>, slots: usize) -> Vec<u128> {
    let mut allowed: Vec<u128> = Vec::new();
    for group in groups {
        allowed.extend(group.meetings.iter().map(|_| group.slots));
    }
    let meetings: Vec<u32> = (0..allowed.len() as u32).collect();
    let one_each = vec![1; slots];
    let fits = |window: &u128| {
        let inside: Vec<u128> = allowed.iter().map(|slots| slots & window).collect();
        overfull(&meetings, &inside, &one_each).is_none()
    };
    let first = SlotSet::first(meetings.len()).0;
    (0..=slots.saturating_sub(meetings.len())).map(|start| first << start).filter(fits).collect()
}
