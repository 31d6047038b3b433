//! What changes from an announced schedule to its repair, person by person.

use crate::model::solution::Meeting;
use std::collections::BTreeMap;

/// What changes for one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    pub person: usize,
    pub lost: Vec<Meeting>,
    pub gained: Vec<Meeting>,
    /// Same partner, other slot or table: before and after.
    pub moved: Vec<(Meeting, Meeting)>,
}

/// What changes from one schedule to another, per person.
#[must_use]
pub fn changes(old: &[Meeting], new: &[Meeting]) -> Vec<Change> {
    let before: BTreeMap<_, _> = old.iter().map(|m| (m.key(), *m)).collect();
    let after: BTreeMap<_, _> = new.iter().map(|m| (m.key(), *m)).collect();
    let mut out: BTreeMap<usize, Change> = BTreeMap::new();
    let mut note = |m: &Meeting, what: &dyn Fn(&mut Change)| {
        for person in [m.a, m.b] {
            what(out.entry(person).or_insert_with(|| Change { person, ..Change::default() }));
        }
    };
    for (k, m) in &before {
        match after.get(k) {
            None => note(m, &|c| c.lost.push(*m)),
            Some(n) if (n.slot, n.table) != (m.slot, m.table) => note(m, &|c| c.moved.push((*m, *n))),
            Some(_) => {}
        }
    }
    for m in after.iter().filter(|(k, _)| !before.contains_key(k)).map(|(_, m)| m) {
        note(m, &|c| c.gained.push(*m));
    }
    out.into_values().collect()
}
