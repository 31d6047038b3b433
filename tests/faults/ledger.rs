//! What people were told, so that it can be held against what is there afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use parking_lot::Mutex;

/// What the pages and mails have promised so far.
#[derive(Default)]
pub struct Ledger {
    told: Mutex<Told>,
}

/// The addresses of people by what they were told.
#[derive(Default, Clone)]
pub struct Told {
    /// "We have sent you an e-mail", and the number of the server that said so.
    pub mailed: BTreeMap<String, usize>,
    /// The page after the confirmation was shown: they are registered, or on the waiting list.
    pub confirmed: BTreeSet<String>,
    /// "You are no longer registered."
    pub cancelled: BTreeSet<String>,
    /// How often somebody was told to try again.
    pub refused: usize,
    /// The longest that somebody waited for an answer.
    pub longest: Duration,
}

impl Told {
    /// How many people a server has told that their form has arrived.
    pub fn mailed_by(&self, server: usize) -> usize {
        self.mailed.values().filter(|by| **by == server).count()
    }
}

impl Ledger {
    /// Notes what somebody was told.
    pub fn note(&self, write: impl FnOnce(&mut Told)) {
        write(&mut self.told.lock());
    }

    /// What was told up to now.
    pub fn so_far(&self) -> Told {
        self.told.lock().clone()
    }
}
