//! The reasons why somebody has too few meetings, as stored, and the cause that each comes down to.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{ParticipantId, SlotId};

/// Why a person has no further meeting. The partners are those whom the round may pair with them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    OwnLimit {
        cap: u32,
    },
    /// Meets in every slot they are there.
    OwnSlots {
        available: u32,
    },
    /// Is there in slots, but all of them lie outside the hours of their own day in which they meet.
    OutsideHours,
    /// May meet nobody, for these reasons; empty in reports from before they were kept.
    NoPartner {
        #[serde(default)]
        barriers: Vec<(Barrier, u32)>,
    },
    /// The round pairs accepted wishes alone, and nobody has one with them.
    NoAcceptedWish,
    /// Meets everyone whom they may meet; the others are ruled out for these reasons.
    EveryoneMet {
        partners: u32,
        #[serde(default)]
        barriers: Vec<(Barrier, u32)>,
    },
    /// For some of the further partners, what is in the way.
    Hindered {
        partners: Vec<(ParticipantId, Hindrance)>,
        /// How many further partners there are; 0 in reports from before they were counted.
        #[serde(default)]
        count: u64,
        /// With how many of all of them what is in the way; empty in reports from before it was counted.
        #[serde(default)]
        by: Vec<(Hindrance, u64)>,
    },
}

/// What is in the way of one more meeting with one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hindrance {
    NoCommonSlot,
    TwoBooths,
    PartnerAtLimit,
    Taken,
    TablesFull {
        slots: Vec<SlotId>,
    },
    /// They have no language in common, and nobody is left to interpret.
    NoInterpreter,
    Quota,
    /// One of the two is pinned to where they cannot meet.
    PinnedElsewhere,
    /// They could meet in slots that have begun.
    Begun,
    /// They could simply meet now.
    Free,
}

/// Why some people may not meet at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Barrier {
    SameOrganisation,
    NoSharedLanguage,
    /// The matrix of participant types.
    Types,
    SameCountry,
    /// A wish not to meet, or a pair that the organiser forbade.
    Excluded,
}

/// What the reason of a person comes down to; people are grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// In no meeting slot at all.
    Nowhere,
    /// In no slot at the hours in which they meet.
    OutsideHours,
    /// There in fewer slots than their minimum.
    FewSlots,
    /// Those whom they may meet are too few, mostly for this reason, if one is known.
    FewPartners(Option<Barrier>),
    NoAcceptedWish,
    TablesFull,
    /// Nobody is left to interpret between them and those whom they could meet.
    NoInterpreter,
    Quota,
    /// Whenever both are there, one of the two has another meeting.
    Taken,
    PartnersAtLimit,
    NeverTogether,
    TwoBooths,
    PinnedElsewhere,
    Begun,
    /// The plan as it is leaves room.
    Free,
    /// Want no more, or may have no more.
    OwnLimit,
}

impl Why {
    /// What it comes down to: of several hindrances the one without which a meeting would be possible at once.
    pub fn cause(&self) -> Cause {
        match self {
            Why::OwnLimit { .. } => Cause::OwnLimit,
            Why::OwnSlots { available: 0 } => Cause::Nowhere,
            Why::OwnSlots { .. } => Cause::FewSlots,
            Why::OutsideHours => Cause::OutsideHours,
            Why::NoPartner { barriers } | Why::EveryoneMet { barriers, .. } => {
                let most =
                    barriers.iter().max_by_key(|(barrier, count)| (*count, std::cmp::Reverse(*barrier)));
                Cause::FewPartners(most.map(|(barrier, _)| *barrier))
            }
            Why::NoAcceptedWish => Cause::NoAcceptedWish,
            Why::Hindered { by, partners, .. } => {
                let all = by.iter().map(|(what, _)| what).chain(partners.iter().map(|(_, what)| what));
                all.map(nearest).min_by_key(|(rank, _)| *rank).map_or(Cause::Taken, |(_, cause)| cause)
            }
        }
    }
}

/// How near somebody with this hindrance is to a meeting, and the cause it is.
fn nearest(what: &Hindrance) -> (u8, Cause) {
    match what {
        Hindrance::Free => (0, Cause::Free),
        Hindrance::Begun => (1, Cause::Begun),
        Hindrance::TablesFull { .. } => (2, Cause::TablesFull),
        Hindrance::NoInterpreter => (3, Cause::NoInterpreter),
        Hindrance::Quota => (4, Cause::Quota),
        Hindrance::PinnedElsewhere => (5, Cause::PinnedElsewhere),
        Hindrance::Taken => (6, Cause::Taken),
        Hindrance::PartnerAtLimit => (7, Cause::PartnersAtLimit),
        Hindrance::TwoBooths => (8, Cause::TwoBooths),
        Hindrance::NoCommonSlot => (9, Cause::NeverTogether),
    }
}
