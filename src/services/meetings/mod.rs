//! Meetings of the published plan: how it changes, and what one participant has of it.

mod cast;
mod change;
mod circumstances;
mod interpreters;
mod invitations;
mod known;
mod my_meetings;
mod plan;
mod share;
mod telling;

pub use change::{Leaver, PlanChange};
pub(super) use circumstances::Circumstances;
pub(super) use invitations::invite;
pub(super) use known::Known;
pub(super) use my_meetings::schedule_in;
pub use my_meetings::{MyMeeting, schedule_of};
pub use plan::forget_told;
pub(super) use plan::{Prepared, prepare};
pub(super) use plan::{cancel_all_of, cancel_silently, change_plan};
