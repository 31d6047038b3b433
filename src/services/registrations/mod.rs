//! Registrations: the form, sign up, confirm, approve, wait, move up, cancel. Seats are given under the event's row lock,
//! when an address is confirmed: a form that nobody confirms takes nobody's seat.

mod adding;
mod burst_counts;
mod bursts;
mod confirmation;
mod decisions;
mod form;
pub mod invitations;
mod keeping;
mod permissions;
pub mod saved_form;
mod seats;
mod sign_up;
pub(super) mod storing;
pub mod waiting_list;

pub use adding::{BeyondSeats, NewPerson, add, is_full, walk_in};
pub use burst_counts::Bursts;
pub(super) use bursts::held;
pub use confirmation::{
    ConfirmView, Confirmable, Confirmed, Outcome, confirm, confirm_lang, confirm_view, lapse_due,
};
pub use decisions::{
    ChangeError, Decision, DecisionError, MOST_AT_ONCE, Preview, cancel, decide, ids_found, preview,
};
pub(super) use form::encode as encode_form;
pub use form::{Answers, Form, Step};
pub use permissions::Permissions;
pub(super) use seats::{change_state, free_seats_for_new, mail_standing};
pub use seats::{fill_seats, insert_registered};
pub use sign_up::{SignUpError, SignedUp, answer_link_requests, ask_for_link, send_link_to, sign_up};
