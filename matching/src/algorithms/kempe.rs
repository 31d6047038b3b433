//! Kempe chains (Kempe, On the geographical problem of the four colours, Amer. J. Math. 2, 1879): if an item is to change its
//! colour with another one, which others must change too?
//!
//! Linear in the length of the chain.

/// The items of a chain, and which they are. Made once for many chains.
pub(crate) struct Chain {
    pub items: Vec<u32>,
    /// The number of the last chain that each item was in.
    seen: Vec<u32>,
    current: u32,
    neighbours: Vec<u32>,
}

impl Chain {
    /// An empty chain of items below `count`.
    pub(crate) fn new(count: usize) -> Chain {
        Chain { items: Vec::new(), seen: vec![0; count], current: 0, neighbours: Vec::new() }
    }

    /// Whether an item is in the chain.
    pub(crate) fn contains(&self, item: u32) -> bool {
        self.seen[item as usize] == self.current
    }

    /// Collects the chain of an item. `step` adds the items in the way of one that changes its colour; false: it may not
    /// change. False if one of the chain may not, or if the chain grows longer than `longest`.
    pub(crate) fn collect(
        &mut self,
        start: u32,
        longest: usize,
        mut step: impl FnMut(u32, &mut Vec<u32>) -> bool,
    ) -> bool {
        self.begin();
        self.add(start);
        let mut next = 0;
        while next < self.items.len() {
            let mut neighbours = std::mem::take(&mut self.neighbours);
            neighbours.clear();
            let may_change = step(self.items[next], &mut neighbours);
            next += 1;
            let grows = may_change && self.items.len() <= longest;
            if grows {
                neighbours.iter().for_each(|&item| self.add(item));
            }
            self.neighbours = neighbours;
            if !grows {
                return false;
            }
        }
        true
    }

    fn begin(&mut self) {
        self.items.clear();
        self.current = self.current.wrapping_add(1);
        if self.current == 0 {
            self.seen.fill(0);
            self.current = 1;
        }
    }

    fn add(&mut self, item: u32) {
        if !self.contains(item) {
            self.seen[item as usize] = self.current;
            self.items.push(item);
        }
    }
}
