//! Registrations: sign up, confirm, approve, wait, move up, cancel. Seats are given under the event's row lock, when
//! an address is confirmed: a form that nobody confirms takes nobody's seat.

mod confirmation;
mod decisions;
mod notes;
mod seats;
mod sign_up;

use super::Fault;
use crate::domain::ids::AccountId;
use crate::domain::registration::RegistrationState;
use crate::store::StoreError;

pub use confirmation::{ConfirmView, Confirmed, confirm, confirm_view, expire_due};
pub use decisions::{approve, cancel, promote, reject};
pub(super) use notes::{note, note_detail, note_event};
pub(super) use seats::{change_state, mail_standing};
pub use seats::{fill_seats, insert_registered};
pub use sign_up::{Receipt, SignUpError, check_answers, send_link, sign_up};

/// Who does something, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Participant,
    Organiser(AccountId),
    System,
}

impl Actor {
    /// As logged.
    pub fn code(&self) -> String {
        match self {
            Actor::Participant => "participant".to_string(),
            Actor::Organiser(id) => format!("organiser:{id}"),
            Actor::System => "system".to_string(),
        }
    }
}

/// What an organiser or a participant does to a registration fails for these reasons.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The registration is in a state in which this cannot be done.
    #[error("not possible while {0:?}")]
    State(RegistrationState),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> ChangeError {
        ChangeError::Fault(error.into())
    }
}
