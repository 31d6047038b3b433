//! Everybody meets some of each other group: what is asked of each person and group, and how much of it a plan fills.
//!
//! A *unit* is one meeting that is asked for: `of_each` units of each person with each group that is not theirs. One meeting can fill
//! a unit of each of its two people.

use std::collections::BTreeSet;

/// Everybody meets at least so many of each other group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    pub of_each: u32,
    /// The group of each person; who has none asks for nobody and is not asked for.
    pub groups: Vec<Option<u32>>,
}

/// [`Coverage`] as the solver asks for it.
#[derive(Debug, Clone)]
pub(crate) struct Units {
    pub of_each: u32,
    /// The group of each person, counted from 0 without a gap.
    pub group: Vec<Option<u32>>,
    /// What the caller calls each group.
    pub names: Vec<u32>,
    /// Whether a person asks for a group: people one after the other.
    asks: Vec<bool>,
}

impl Units {
    /// The units of people of whom `may_meet` says who may have meetings at all.
    pub(crate) fn new(coverage: &Coverage, may_meet: impl Fn(usize) -> bool) -> Units {
        let names: BTreeSet<u32> = coverage.groups.iter().flatten().copied().collect();
        let names: Vec<u32> = names.into_iter().collect();
        let place = |name: u32| names.binary_search(&name).ok().map(|at| at as u32);
        let group: Vec<Option<u32>> = coverage.groups.iter().map(|name| name.and_then(place)).collect();
        let asks = |person: usize, of: u32| may_meet(person) && group[person].is_some_and(|own| own != of);
        let groups = 0..names.len() as u32;
        let each = (0..group.len()).flat_map(|i| groups.clone().map(move |of| (i, of)));
        let asks = each.map(|(i, of)| asks(i, of)).collect();
        Units { of_each: coverage.of_each, group, names, asks }
    }

    /// The same where only these people ask for these groups.
    pub(crate) fn only(&self, asked: &[(usize, u32)]) -> Units {
        let mut out = Units { asks: vec![false; self.asks.len()], ..self.clone() };
        asked.iter().for_each(|&(person, group)| out.asks[self.place(person, group)] = true);
        out
    }

    /// The number of groups.
    pub(crate) fn groups(&self) -> usize {
        self.names.len()
    }

    /// Whether a person asks for a group.
    pub(crate) fn is_asked(&self, person: usize, group: u32) -> bool {
        self.asks[self.place(person, group)]
    }

    /// The people and the groups that they ask for.
    pub(crate) fn asked(&self) -> impl Iterator<Item = (usize, u32)> {
        let groups = 0..self.groups() as u32;
        (0..self.group.len())
            .flat_map(move |i| groups.clone().map(move |group| (i, group)))
            .filter(|&(i, group)| self.is_asked(i, group))
    }

    /// All units.
    pub(crate) fn total(&self) -> u64 {
        self.asked().count() as u64 * u64::from(self.of_each)
    }

    /// The units that meetings fill.
    pub(crate) fn filled(&self, meetings: impl Iterator<Item = (usize, usize)>) -> u64 {
        let mut met = self.nobody_met();
        meetings.map(|(a, b)| u64::from(self.add(&mut met, a, b))).sum()
    }

    /// Meetings of each person with each group: none yet.
    pub(crate) fn nobody_met(&self) -> Vec<u32> {
        vec![0; self.group.len() * self.groups()]
    }

    /// How many units one more meeting of two people fills.
    pub(crate) fn gain(&self, met: &[u32], a: usize, b: usize) -> u32 {
        let fills =
            |(me, other): (usize, usize)| self.group[other].is_some_and(|group| self.is_open(met, me, group));
        [(a, b), (b, a)].into_iter().filter(|two| fills(*two)).count() as u32
    }

    /// Whether a person still lacks somebody of a group.
    pub(crate) fn is_open(&self, met: &[u32], person: usize, group: u32) -> bool {
        self.is_asked(person, group) && met[self.place(person, group)] < self.of_each
    }

    /// Counts a meeting; the number of units that it fills is returned.
    pub(crate) fn add(&self, met: &mut [u32], a: usize, b: usize) -> u32 {
        let gain = self.gain(met, a, b);
        self.each(a, b, |at| met[at] += 1);
        gain
    }

    /// Counts a meeting no more.
    pub(crate) fn take(&self, met: &mut [u32], a: usize, b: usize) {
        self.each(a, b, |at| met[at] -= 1);
    }

    fn each(&self, a: usize, b: usize, mut change: impl FnMut(usize)) {
        for (me, other) in [(a, b), (b, a)] {
            if let Some(group) = self.group[other] {
                change(self.place(me, group));
            }
        }
    }

    fn place(&self, person: usize, group: u32) -> usize {
        person * self.groups() + group as usize
    }
}
