//! Mail that stays in memory, for tests: they read what was sent and say what shall fail.

use std::sync::Arc;

use parking_lot::Mutex;

use super::SendError;
use crate::domain::mail::OutgoingMail;

type Answer = dyn Fn(&OutgoingMail) -> Result<(), SendError> + Send + Sync;

/// Keeps every mail it takes. A clone shares the same memory.
#[derive(Clone)]
pub struct Memory {
    taken: Arc<Mutex<Vec<OutgoingMail>>>,
    answer: Arc<Answer>,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::answering(|_| Ok(()))
    }
}

impl Memory {
    /// A memory that answers each mail as the function says; what it refuses is not kept.
    pub fn answering(
        answer: impl Fn(&OutgoingMail) -> Result<(), SendError> + Send + Sync + 'static,
    ) -> Memory {
        Memory { taken: Arc::default(), answer: Arc::new(answer) }
    }

    /// What was sent, in order.
    pub fn taken(&self) -> Vec<OutgoingMail> {
        self.taken.lock().clone()
    }

    pub(super) fn put(&self, mail: &OutgoingMail) -> Result<(), SendError> {
        (self.answer)(mail)?;
        self.taken.lock().push(mail.clone());
        Ok(())
    }
}
