//! Meetings of the published plan: how it changes, and what one participant has of it.

mod my_meetings;
mod plan;

pub(super) use my_meetings::schedule_in;
pub use my_meetings::{MyMeeting, schedule_of};
pub use plan::PlanChange;
pub(super) use plan::{Known, Prepared, prepare};
pub(super) use plan::{cancel_all_of, cancel_silently, change_plan};
