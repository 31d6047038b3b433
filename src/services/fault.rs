//! What goes wrong that no person can mend at the form: the database, a mail that cannot be made, or the engine.

use crate::mail::MailError;
use crate::store::StoreError;

pub use crate::store::Trouble;

/// Lets an error that holds a [`Fault`] take in what the database says.
macro_rules! from_store_error {
    ($error:ty) => {
        impl From<crate::store::StoreError> for $error {
            fn from(error: crate::store::StoreError) -> $error {
                crate::services::Fault::from(error).into()
            }
        }
    };
}
pub(in crate::services) use from_store_error;

/// A fault inside; it is logged once, where it is answered.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] MailError),
    /// What a round asks of the matching engine contradicts itself.
    #[error("the matching engine refuses what the round asks: {0}")]
    Engine(String),
    /// The lists that people are made up from are wrong.
    #[error("people cannot be made up: {0}")]
    MadeUp(String),
    /// What is kept as JSON cannot be written as such, or what was kept cannot be read.
    #[error("{what} cannot be written or read as JSON: {cause}")]
    Json { what: &'static str, cause: serde_json::Error },
}

impl Fault {
    /// Why the engine takes an input for impossible.
    pub(super) fn engine(reasons: Vec<matching::Invalid>) -> Fault {
        Fault::Engine(reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    }
}
