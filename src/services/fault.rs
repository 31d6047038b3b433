//! What goes wrong that no person can mend at the form: the database, or a mail that cannot be made.

use crate::mail::MailError;
use crate::store::StoreError;

/// A fault inside; it is logged once, where it is answered.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] MailError),
}
