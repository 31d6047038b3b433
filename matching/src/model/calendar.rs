//! Counting gaps on a bit mask of occupied slots.

/// Where the parts of the day begin.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    /// The slots of each part, in time order; no part is empty.
    pub(crate) parts: Vec<u128>,
    /// The first slot of each part.
    starts: u128,
}

impl Calendar {
    /// From the part each slot lies in; slots of one part stand together.
    pub(crate) fn of_parts(part_of: impl Iterator<Item = u32>) -> Self {
        let mut parts: Vec<u128> = Vec::new();
        let mut last = None;
        for (slot, it) in part_of.enumerate() {
            if last != Some(it) {
                parts.push(0);
                last = Some(it);
            }
            if let Some(part) = parts.last_mut() {
                *part |= 1 << slot;
            }
        }
        let starts = parts.iter().fold(0, |starts, part| starts | (part & part.wrapping_neg()));
        Self { parts, starts }
    }

    /// The gaps of somebody with meetings in these slots: runs of meetings less parts with a meeting.
    /// A run begins where a slot is occupied and the one before it, in the same part, is not.
    pub(crate) fn gaps(&self, occupied: u128) -> u32 {
        let runs = (occupied & !((occupied << 1) & !self.starts)).count_ones();
        runs - self.parts_used(occupied)
    }

    /// How many parts have a meeting.
    pub(crate) fn parts_used(&self, occupied: u128) -> u32 {
        self.parts.iter().map(|part| u32::from(part & occupied != 0)).sum()
    }

    /// Whether the next slot lies in the same part.
    pub(crate) fn continues(&self, slot: u32) -> bool {
        slot + 1 < u128::BITS && self.starts >> (slot + 1) & 1 == 0
    }
}
