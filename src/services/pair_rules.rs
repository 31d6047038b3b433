//! The rules about pairs, of participants and organisers, that published meetings are held against.

use std::collections::HashSet;

use crate::domain::event::{Event, Programme};
use crate::domain::ids::ParticipantId;
use crate::domain::misfit::Frame;
use crate::domain::round::{PairRule, PairRuleKind};
use crate::domain::wish::{Wish, WishKind};

/// The rules about pairs that meetings are held against.
#[derive(Clone)]
pub(super) struct PairRules {
    excluded: HashSet<(ParticipantId, ParticipantId)>,
    forbidden: HashSet<(ParticipantId, ParticipantId)>,
    pinned: HashSet<(ParticipantId, ParticipantId)>,
}

impl PairRules {
    /// Of what participants and organisers said.
    pub(super) fn of(wishes: &[Wish], rules: &[PairRule]) -> PairRules {
        let blocks = wishes.iter().filter(|wish| wish.kind == WishKind::Block);
        let ruled = |kind| {
            let of_kind = rules.iter().filter(move |rule| rule.kind == kind);
            of_kind.map(|rule| (rule.a.clone(), rule.b.clone())).collect()
        };
        PairRules {
            excluded: blocks.map(|wish| (wish.from.clone(), wish.to.clone())).collect(),
            forbidden: ruled(PairRuleKind::Forbid),
            pinned: ruled(PairRuleKind::Pin),
        }
    }

    /// What meetings of the event are held against.
    pub(super) fn frame<'a>(&'a self, event: &'a Event, programme: &'a Programme) -> Frame<'a> {
        let PairRules { excluded, forbidden, pinned } = self;
        Frame { event, programme, excluded, forbidden, pinned }
    }
}
