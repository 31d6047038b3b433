//! Match rounds: settings, a draft solved from what the event knows, changes by hand, publishing.
//!
//! Invariants: a running round is solved by the holder of its lease alone (`lease`), on a thread of its own, and whoever stops
//! solving it is followed by somebody else (`attendant`); a schedule passes the checker before it becomes a draft, and again, against the facts of that moment, before
//! it is published (`outdated`); a pin never stops a round: what cannot be asked for is left out and named (`pins`).

mod adding;
mod attendant;
mod by_hand;
mod causes;
mod changing;
mod command;
mod compare;
mod conflict;
mod discarding;
mod draft;
mod expected;
mod facts;
mod fit;
mod free_places;
pub mod intentions;
mod lease;
mod nowhere;
mod outdated;
mod outline;
mod pairs;
mod pins;
mod places;
mod problem;
mod progress;
mod publish;
mod ready;
mod report;
mod rescue;
mod ruling;
mod run;
mod scorer;
pub mod settings;
mod solving;
mod turns;
mod unlocked;
mod watch;
pub mod what_if;
mod why;

pub use crate::store::rounds::DraftPlace;
pub use adding::{Possible, possible};
pub use attendant::{Attendant, GONE_AFTER, attend, begin_aside};
pub use by_hand::{Spot, add_meeting, move_meeting, redo, remove_meeting, swap_meetings, undo};
pub use causes::{Remedy, Room};
pub use changing::{ChangeProblem, DraftError, Pair};
pub use command::{run, wait_for};
pub use compare::{Compared, MOST_COMPARED, PersonCompared, compare};
pub use conflict::Conflict;
pub use discarding::{discard, forget_discarded, restore};
pub use draft::{DraftMeeting, RoundView, list, pair_terms, view};
pub use expected::{Looked, MEETINGS, RescueView, expected};
pub(in crate::services) use facts::{Facts, table_count};
pub use fit::Fit;
pub(in crate::services) use fit::rank;
pub use free_places::{FreePlace, MOST_SWAPS, Swap, free_places, swaps};
pub use nowhere::{Nowhere, nowhere, put_into_all_blocks};
pub use outdated::{Outdated, WhyOutdated};
pub use outline::{Outline, filled, outline};
pub use pairs::{PairRules, find_person, list_pair_rules, set_pair_rule};
pub use pins::{IgnoredPin, WhyIgnored};
pub use problem::EVERY_PAIR_UP_TO;
pub use publish::{PersonDifference, PlanDifference, PublishError, Published, difference, publish};
pub use report::{Figures, Repair, Report, Served, Shortfall};
pub use rescue::{RescueError, Rescued, preview, rescue};
pub use ruling::rule_from_draft;
pub use run::{StartError, StartedBy, Stopping, start, start_repair, stop};
pub use turns::{Turn, Turns};
pub use watch::RoundWatch;
pub use why::{Barrier, Cause, Hindrance, Why};
