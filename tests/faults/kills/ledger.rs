//! What people were told, so that it can be held against what is there afterwards.

use std::collections::BTreeSet;

use parking_lot::Mutex;

/// What the pages and mails have promised so far.
#[derive(Default)]
pub struct Ledger {
    told: Mutex<Told>,
}

/// The addresses of people by what they were told.
#[derive(Default, Clone)]
pub struct Told {
    /// "We have sent you an e-mail."
    pub mailed: BTreeSet<String>,
    /// The page after the confirmation was shown: they are registered, or on the waiting list.
    pub confirmed: BTreeSet<String>,
    /// "Your registration is cancelled."
    pub cancelled: BTreeSet<String>,
}

impl Ledger {
    pub fn mailed(&self, address: &str) {
        self.told.lock().mailed.insert(address.to_string());
    }

    pub fn confirmed(&self, address: &str) {
        self.told.lock().confirmed.insert(address.to_string());
    }

    pub fn cancelled(&self, address: &str) {
        self.told.lock().cancelled.insert(address.to_string());
    }

    /// What was told up to now.
    pub fn so_far(&self) -> Told {
        self.told.lock().clone()
    }
}
