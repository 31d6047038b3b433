//! Registrations: the form, sign up, confirm, approve, wait, move up, cancel. Seats are given under the event's row lock,
//! when an address is confirmed: a form that nobody confirms takes nobody's seat.

mod burst_counts;
mod bursts;
mod confirmation;
mod decisions;
mod form;
pub mod invitations;
mod keeping;
pub mod saved_form;
mod seats;
mod sign_up;
pub mod waiting_list;

pub use burst_counts::Bursts;
pub(super) use bursts::held;
pub use confirmation::{ConfirmView, Confirmed, confirm, confirm_lang, confirm_view, expire_due};
pub use decisions::{ChangeError, Decision, DecisionError, Preview, cancel, decide, ids_found, preview};
pub use form::{Answers, Form, Step};
pub(super) use seats::{change_state, free_seats_for_new, mail_standing};
pub use seats::{fill_seats, insert_registered};
pub use sign_up::{SignUpError, SignedUp, send_link, sign_up};
