//! A match round: its settings, its state and the report of what it reached.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::ids::{AccountId, EventId, InterpreterId, ParticipantId, RoundId, SlotId};
use super::meeting::ReasonTerm;

codes! {
    /// Where a round stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum RoundState {
        /// Being solved.
        Running = "running",
        /// Solved, seen by organisers alone.
        Draft = "draft",
        /// Its meetings are everyone's schedule, or were until a later round was published.
        Published = "published",
        /// Could not be solved; the report says why.
        Failed = "failed",
        /// Thrown away.
        Discarded = "discarded",
    }
}

/// A match round without its meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    pub id: RoundId,
    pub event: EventId,
    /// From 1 at each event.
    pub number: u32,
    pub state: RoundState,
    /// The organiser's settings, as JSON.
    pub settings: String,
    pub seed: u64,
    /// Figures, bounds and reasons, as JSON.
    pub report: String,
    pub created_at: DateTime<Utc>,
    pub published_at: Option<DateTime<Utc>>,
    /// When the organiser took back the plan that it had published.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// When its draft was thrown away, while the meetings are kept so that it can be restored.
    pub discarded_at: Option<DateTime<Utc>>,
}

/// How long the meetings of a draft that was thrown away are kept.
pub const DISCARDED_KEPT: Duration = Duration::hours(24);

impl Round {
    /// Whether it was published and not taken back.
    pub fn stands(&self) -> bool {
        self.state == RoundState::Published && self.withdrawn_at.is_none()
    }

    /// Until when a draft that was thrown away can be restored; none of a round that cannot.
    pub fn kept_until(&self) -> Option<DateTime<Utc>> {
        let is_discarded = self.state == RoundState::Discarded;
        self.discarded_at.filter(|_| is_discarded).map(|at| at + DISCARDED_KEPT)
    }
}

/// A meeting of a draft; `a < b`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundMeeting {
    pub a: ParticipantId,
    pub b: ParticipantId,
    pub slot: SlotId,
    /// From 1; none at an online event.
    pub table: Option<u32>,
    /// Who interprets, where the two need somebody.
    pub interpreter: Option<InterpreterId>,
    pub weight: u32,
    pub terms: Vec<ReasonTerm>,
}

impl RoundMeeting {
    /// Whether somebody is one of the two.
    pub fn has(&self, who: &ParticipantId) -> bool {
        self.a == *who || self.b == *who
    }

    /// Whether it is the same meeting at the same place, whoever interprets.
    pub fn is_same(&self, other: &RoundMeeting) -> bool {
        RoundMeeting { interpreter: other.interpreter.clone(), ..self.clone() } == *other
    }
}

codes! {
    /// What was done to a draft by hand.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum StepKind {
        /// A meeting went to another time or table.
        Move = "move",
        Remove = "remove",
        Add = "add",
        /// Two meetings took each other's time and table.
        Swap = "swap",
        /// A pair was pinned or forbidden, or that was taken back.
        Rule = "rule",
    }
}

/// A change of a draft by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundStep {
    /// From 1 in each draft.
    pub number: u32,
    pub kind: StepKind,
    /// Whoever made it, as long as they have an account.
    pub by: Option<AccountId>,
    pub at: DateTime<Utc>,
    /// Whether it was undone; it can be made again until the draft is changed otherwise.
    pub undone: bool,
    /// The meetings that it was about, as they were.
    pub before: Vec<RoundMeeting>,
    /// The same as it left them.
    pub after: Vec<RoundMeeting>,
    /// What was ruled for a pair before it, and after it.
    pub rules: RuleChange,
}

impl RoundStep {
    /// Of the changes of a draft, in their order, the one that would be undone next, or made again.
    pub fn due<'a>(
        mut steps: impl DoubleEndedIterator<Item = &'a RoundStep>,
        undo: bool,
    ) -> Option<&'a RoundStep> {
        if undo { steps.rfind(|step| !step.undone) } else { steps.find(|step| step.undone) }
    }
}

/// What is ruled for a pair before and after a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleChange {
    pub before: Option<PairRule>,
    pub after: Option<PairRule>,
}

impl RuleChange {
    /// The rules that it names.
    pub fn both(&self) -> impl Iterator<Item = &PairRule> {
        self.before.iter().chain(&self.after)
    }
}

codes! {
    /// What the organiser rules for a pair.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum PairRuleKind {
        /// They meet in every round, if it can be.
        Pin = "pin",
        /// They never meet.
        Forbid = "forbid",
    }
}

/// A pair that the organiser pinned or forbade; `a < b`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRule {
    pub a: ParticipantId,
    pub b: ParticipantId,
    pub kind: PairRuleKind,
    /// Of a pin: only at this time.
    pub slot: Option<SlotId>,
    /// Of a pin: only at this table.
    pub table: Option<u32>,
}
