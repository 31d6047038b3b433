//! Match rounds: settings, a draft solved from what the event knows, changes by hand, publishing.

mod draft;
mod problem;
mod publish;
mod report;
mod run;
pub mod settings;

pub use draft::{ChangeProblem, DraftError, DraftMeeting, RoundView, pair_terms, set_pair_rule, view};
pub use draft::{discard, list, move_meeting, remove_meeting};
pub use publish::{PlanDifference, PublishError, Published, difference, publish};
pub use report::{Figures, Report, Shortfall, Why};
pub use run::{StartError, resume, run, solve, start};
