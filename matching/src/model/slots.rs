//! Sets of slots as bits of a machine word.

/// Most slots of a problem (slots are bits of a machine word).
pub const MOST_SLOTS: usize = 128;

/// A set of slots; bit `s` is slot `s`.
pub(crate) type Mask = u128;

/// A set of slots, slot 0 being the lowest bit: the same as a value with a face of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SlotSet(pub u128);

impl SlotSet {
    /// The slots `0..count`; `count` above [`MOST_SLOTS`] means all of them.
    pub fn first(count: usize) -> Self {
        if count >= MOST_SLOTS { Self(u128::MAX) } else { Self((1 << count) - 1) }
    }

    /// The set of the given slots; slots from [`MOST_SLOTS`] on are left out.
    pub fn of(slots: impl IntoIterator<Item = u32>) -> Self {
        let small = slots.into_iter().filter(|&slot| (slot as usize) < MOST_SLOTS);
        Self(small.fold(0, |set, slot| set | 1 << slot))
    }

    /// Whether the slot is in the set.
    pub fn contains(self, slot: u32) -> bool {
        (slot as usize) < MOST_SLOTS && self.0 >> slot & 1 == 1
    }

    /// The number of slots.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The slots in time order.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        slots_of(self.0).map(|slot| slot as u32)
    }
}

/// The slots whose entry is true.
pub(crate) fn mask_of(bits: &[bool]) -> Mask {
    mask_where(bits.len(), |s| bits[s])
}

/// The slots below a count for which something holds.
pub(crate) fn mask_where(slots: usize, mut holds: impl FnMut(usize) -> bool) -> Mask {
    (0..slots).filter(|&s| holds(s)).fold(0, |mask, s| mask | 1 << s)
}

/// The slots of a mask, in order.
pub(crate) fn slots_of(mut mask: Mask) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        if mask == 0 {
            return None;
        }
        let slot = mask.trailing_zeros() as usize;
        mask &= mask - 1;
        Some(slot)
    })
}
