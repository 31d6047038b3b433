//! The single steps of a chain, each with its way back.

use super::Chains;

#[derive(Debug, Clone, Copy)]
pub(super) enum Edit {
    Placed(u32),
    /// Given a slot, after it was lifted out of that one.
    Dropped(u32, u8),
    Lifted(u32, u8),
    /// Given up after it was lifted.
    Forgotten(u32, u8),
}

impl Chains<'_> {
    pub(super) fn place(&mut self, pair: u32, slot: usize) {
        self.schedule.place(pair, slot);
        self.new.push(pair);
        self.settled[pair as usize] = self.search;
        self.log.push(Edit::Placed(pair));
    }

    pub(super) fn lift(&mut self, pair: u32) {
        let slot = self.schedule.slot[pair as usize];
        self.schedule.lift(pair);
        self.moved -= u64::from(self.is_moved(pair, slot));
        self.displaced += u64::from(self.announced[pair as usize] == slot);
        self.log.push(Edit::Lifted(pair, slot));
    }

    pub(super) fn drop_at(&mut self, pair: u32, slot: usize) {
        self.log.push(Edit::Dropped(pair, self.schedule.slot[pair as usize]));
        self.schedule.drop_at(pair, slot);
        self.moved += u64::from(self.is_moved(pair, slot as u8));
        self.settled[pair as usize] = self.search;
    }

    pub(super) fn forget(&mut self, pair: u32) {
        self.log.push(Edit::Forgotten(pair, self.schedule.slot[pair as usize]));
        self.schedule.forget(pair);
        self.drop_new(pair);
    }

    pub(super) fn drop_new(&mut self, pair: u32) {
        if let Some(at) = self.new.iter().rposition(|&k| k == pair) {
            self.new.swap_remove(at);
        }
    }

    pub(super) fn undo_to(&mut self, mark: usize) {
        while self.log.len() > mark {
            match self.log.pop() {
                Some(Edit::Placed(pair)) => {
                    self.settled[pair as usize] = 0;
                    self.schedule.remove(pair);
                    self.drop_new(pair);
                }
                Some(Edit::Dropped(pair, before)) => {
                    let slot = self.schedule.slot[pair as usize];
                    self.moved -= u64::from(self.is_moved(pair, slot));
                    self.settled[pair as usize] = 0;
                    self.schedule.lift(pair);
                    self.schedule.slot[pair as usize] = before;
                }
                Some(Edit::Lifted(pair, slot)) => {
                    self.moved += u64::from(self.is_moved(pair, slot));
                    self.schedule.drop_at(pair, slot as usize);
                }
                Some(Edit::Forgotten(pair, slot)) => {
                    self.schedule.count(pair);
                    self.new.push(pair);
                    self.schedule.slot[pair as usize] = slot;
                }
                None => {}
            }
        }
    }
}
