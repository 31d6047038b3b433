//! Who interprets: two people without a common language meet only where somebody has a language of each, and nobody interprets
//! two meetings at once.
//!
//! Meetings that the same interpreters can help are of one *kind*. The meetings of a slot find their interpreters if they can be
//! matched to those who are there; whether one more can depends on how many there are of each kind, and on nothing else, so that
//! a slot is kept as a matching that grows and shrinks by one path (Kuhn 1955).

use crate::model::input::{Input, Interpreter};
use crate::model::problem::NONE;
use crate::model::slots::{Mask, mask_where};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// [`crate::Interpreting`] as a solver asks it. The default is that languages do not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Speech {
    /// The group of each person: those of one group speak the same.
    group: Vec<u32>,
    groups: usize,
    /// `kind[x * groups + y]`: of a meeting of two groups; [`NONE`] where they understand each other.
    kind: Vec<u32>,
    /// Who can help a meeting of each kind.
    can: Vec<u128>,
    /// Who is there in each slot.
    there: Vec<u128>,
    exempt: BTreeSet<(usize, usize)>,
}

impl Speech {
    pub(crate) fn of(input: &Input) -> Speech {
        let Some(said) = &input.interpreting else { return Speech::default() };
        let languages = said.languages.iter().map(|own| own.iter().copied().collect::<BTreeSet<u32>>());
        let mut spoken: BTreeMap<BTreeSet<u32>, u32> = BTreeMap::new();
        let group = languages.map(|own| {
            let next = spoken.len() as u32;
            *spoken.entry(own).or_insert(next)
        });
        let group: Vec<u32> = group.collect();
        let mut of_group = vec![BTreeSet::new(); spoken.len()];
        spoken.into_iter().for_each(|(languages, group)| of_group[group as usize] = languages);
        let bits = |holds: &dyn Fn(&Interpreter) -> bool| {
            let all = said.interpreters.iter().enumerate().filter(|(_, one)| holds(one));
            all.fold(0, |bits, (at, _)| bits | 1 << at)
        };
        let speaks = |one: &Interpreter, of: &BTreeSet<u32>| one.languages.iter().any(|own| of.contains(own));
        let mut can: Vec<u128> = Vec::new();
        let mut kind = Vec::with_capacity(of_group.len() * of_group.len());
        for (x, y) in of_group.iter().flat_map(|x| of_group.iter().map(move |y| (x, y))) {
            if !x.is_disjoint(y) {
                kind.push(NONE);
                continue;
            }
            let helps = bits(&|one| speaks(one, x) && speaks(one, y));
            let known = can.iter().position(|known| *known == helps);
            kind.push(known.unwrap_or(can.len()) as u32);
            if known.is_none() {
                can.push(helps);
            }
        }
        let there = (0..input.slots.len()).map(|slot| bits(&|one| one.is_there(slot))).collect();
        let exempt = said.exempt.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        Speech { group, groups: of_group.len(), kind, can, there, exempt }
    }

    /// Whether every two people understand each other.
    pub(crate) fn is_common(&self) -> bool {
        self.can.is_empty()
    }

    /// The kind of a meeting; [`NONE`] where it needs nobody.
    pub(crate) fn kind(&self, a: u32, b: u32) -> u32 {
        if self.is_common() || self.exempt.contains(&(a.min(b) as usize, a.max(b) as usize)) {
            return NONE;
        }
        self.kind[self.group[a as usize] as usize * self.groups + self.group[b as usize] as usize]
    }

    /// The slots in which somebody is there who can help a meeting of a kind.
    pub(crate) fn slots(&self, kind: u32) -> Mask {
        if kind == NONE { Mask::MAX } else { mask_where(self.there.len(), |s| self.room(&[kind], s) > 0) }
    }

    /// How many of those who can help meetings of some kinds are there in a slot.
    pub(crate) fn room(&self, kinds: &[u32], slot: usize) -> u32 {
        let can = kinds.iter().fold(0, |all, &kind| all | self.can[kind as usize]);
        (can & self.there[slot]).count_ones()
    }

    pub(crate) fn kinds(&self) -> std::ops::Range<u32> {
        0..self.can.len() as u32
    }

    /// Those who can help a meeting of a kind in a slot.
    pub(crate) fn helpers(&self, kind: u32, slot: usize) -> impl Iterator<Item = u32> + use<> {
        let can = self.can[kind as usize] & self.there[slot];
        (0..u128::BITS).filter(move |at| can >> at & 1 == 1)
    }

    /// How many can help the meetings of one kind at most.
    pub(crate) fn most_helpers(&self) -> u64 {
        self.can.iter().map(|can| u64::from(can.count_ones())).max().unwrap_or(0)
    }

    /// Whether the same people are there to interpret in two slots.
    pub(crate) fn are_alike(&self, s: usize, t: usize) -> bool {
        self.is_common() || self.there[s] == self.there[t]
    }
}

/// Who interprets in the slots of a schedule.
///
/// Invariant: `given` has one bit for each meeting of a kind in a slot, none of them twice in a slot; `mute` says of each kind in
/// which slots no path leads to somebody who is free.
#[derive(Debug, Clone)]
pub(crate) struct Interpreted {
    speech: Arc<Speech>,
    /// `given[slot * kinds + kind]`.
    given: Vec<u128>,
    mute: Vec<Mask>,
}

impl Interpreted {
    pub(crate) fn nobody(speech: &Arc<Speech>) -> Interpreted {
        let (kinds, slots) = (speech.can.len(), speech.there.len());
        let mute = speech.kinds().map(|kind| mask_where(slots, |s| speech.room(&[kind], s) == 0)).collect();
        Interpreted { speech: Arc::clone(speech), given: vec![0; kinds * slots], mute }
    }

    /// Slots in which one more meeting of a kind finds nobody.
    pub(crate) fn mute(&self, kind: u32) -> Mask {
        if kind == NONE { 0 } else { self.mute[kind as usize] }
    }

    /// One more meeting in a slot that is not mute for its kind.
    pub(crate) fn take(&mut self, kind: u32, slot: usize) {
        if kind != NONE {
            let speech = Arc::clone(&self.speech);
            give(&speech, self.of_slot(slot), (kind as usize, slot), &mut 0);
            self.settle(slot);
        }
    }

    /// One meeting less.
    pub(crate) fn release(&mut self, kind: u32, slot: usize) {
        if kind != NONE {
            drop_one(self.of_slot(slot), kind as usize);
            self.settle(slot);
        }
    }

    /// Whether a slot has somebody for all its meetings after some have left it and others have come.
    pub(crate) fn allows(
        &self,
        slot: usize,
        leaving: impl Iterator<Item = u32>,
        mut coming: impl Iterator<Item = u32>,
    ) -> bool {
        if self.speech.is_common() {
            return true;
        }
        let kinds = self.speech.can.len();
        let mut given = self.given[slot * kinds..(slot + 1) * kinds].to_vec();
        leaving.filter(|kind| *kind != NONE).for_each(|kind| drop_one(&mut given, kind as usize));
        coming.all(|kind| kind == NONE || give(&self.speech, &mut given, (kind as usize, slot), &mut 0))
    }

    fn of_slot(&mut self, slot: usize) -> &mut [u128] {
        let kinds = self.speech.can.len();
        &mut self.given[slot * kinds..(slot + 1) * kinds]
    }

    /// Looks anew which kinds find somebody in a slot: who is free, or becomes free when others change.
    fn settle(&mut self, slot: usize) {
        let Speech { can, there, .. } = &*self.speech;
        let given = &self.given[slot * can.len()..(slot + 1) * can.len()];
        let mut free = there[slot] & !given.iter().fold(0, |all, own| all | own);
        loop {
            let more = (can.iter().zip(given)).filter(|(can, _)| **can & free != 0);
            let now = more.fold(free, |all, (_, own)| all | own);
            if now == free {
                break;
            }
            free = now;
        }
        for (can, mute) in can.iter().zip(&mut self.mute) {
            *mute = *mute & !(1 << slot) | Mask::from(can & free == 0) << slot;
        }
    }
}

fn drop_one(given: &mut [u128], kind: usize) {
    given[kind] &= given[kind].wrapping_sub(1);
}

/// Gives one more meeting of a kind somebody, if others have to change for it too.
fn give(speech: &Speech, given: &mut [u128], (kind, slot): (usize, usize), tried: &mut u128) -> bool {
    let can = speech.can[kind] & speech.there[slot];
    let free = can & !given.iter().fold(0, |all, own| all | own);
    if free != 0 {
        given[kind] |= free & free.wrapping_neg();
        return true;
    }
    for other in (0..given.len()).filter(|other| *other != kind) {
        let theirs = given[other] & can & !*tried;
        *tried |= theirs;
        if theirs != 0 && give(speech, given, (other, slot), tried) {
            let one = theirs & theirs.wrapping_neg();
            given[other] &= !one;
            given[kind] |= one;
            return true;
        }
    }
    false
}

/// Which of some meetings in their slots find nobody if those before them do, by their place in the list.
pub(crate) fn unheard(
    speech: &Arc<Speech>,
    meetings: impl Iterator<Item = (u32, u32, usize)>,
) -> BTreeSet<usize> {
    let mut interpreted = Interpreted::nobody(speech);
    let mut out = BTreeSet::new();
    for (at, (a, b, slot)) in meetings.enumerate() {
        let kind = speech.kind(a, b);
        if interpreted.mute(kind) >> slot & 1 == 1 {
            out.insert(at);
        } else {
            interpreted.take(kind, slot);
        }
    }
    out
}
