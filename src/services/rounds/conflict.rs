//! Demands that cannot be kept together, by the people they are about.

use matching::{Breach, Pin, Problem};
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::settings::{QuotaOf, RoundSettings};
use crate::domain::ids::{ParticipantId, ordered};

/// Two people.
pub type NamedPair = (ParticipantId, ParticipantId);

/// What cannot be kept. Of pairs, each is needed for the contradiction: without it the rest can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Conflict {
    /// These pairs cannot all meet as they are pinned, or as they agreed.
    Pins { pairs: Vec<NamedPair> },
    /// A share asks for more than any plan can have; of what is not said in reports from before there were two.
    Quota {
        at_most: u64,
        #[serde(default)]
        of: Option<QuotaOf>,
    },
    /// Two shares leave each other no room.
    Quotas,
    /// The shares ask for more than these pairs leave room for.
    QuotaAndPins { pairs: Vec<NamedPair> },
    /// These pairs do not meet as they are pinned, and the quota is missed if that is said too. Whether they can is open.
    NotKept { pairs: Vec<NamedPair>, quota: bool },
    /// These meetings stay as they were announced, although today's tables or limits have no place for them.
    Frozen { pairs: Vec<NamedPair> },
    /// These people need so many meetings to reach the minimum together, and can have fewer.
    Minimum { people: Vec<ParticipantId>, needs: u64, at_most: u64 },
}

impl Conflict {
    /// The pairs that it is about.
    pub fn pairs(&self) -> &[NamedPair] {
        match self {
            Conflict::Pins { pairs }
            | Conflict::QuotaAndPins { pairs }
            | Conflict::NotKept { pairs, .. }
            | Conflict::Frozen { pairs } => pairs,
            Conflict::Quota { .. } | Conflict::Quotas | Conflict::Minimum { .. } => &[],
        }
    }

    /// Everyone it names.
    pub fn people(&self) -> Vec<&ParticipantId> {
        match self {
            Conflict::Minimum { people, .. } => people.iter().collect(),
            _ => self.pairs().iter().flat_map(|(a, b)| [a, b]).collect(),
        }
    }
}

/// A conflict of the engine, by ids.
pub(super) fn named(
    facts: &Facts,
    settings: &RoundSettings,
    problem: &Problem,
    conflict: &matching::Conflict,
) -> Conflict {
    let pairs = |pins: &[usize]| {
        let pins = pins.iter().filter_map(|place| problem.input().pins.get(*place));
        pins.filter_map(|pin| pair(facts, pin)).collect()
    };
    match conflict {
        matching::Conflict::Pins { pins } => Conflict::Pins { pairs: pairs(pins) },
        matching::Conflict::Quota { quota, at_most } => {
            let of = settings.quotas().get(*quota).map(|(of, _)| *of);
            Conflict::Quota { at_most: *at_most, of }
        }
        matching::Conflict::Quotas { pins, .. } if pins.is_empty() => Conflict::Quotas,
        matching::Conflict::Quotas { pins, .. } => Conflict::QuotaAndPins { pairs: pairs(pins) },
        matching::Conflict::NotKept { pins, quotas } => {
            Conflict::NotKept { pairs: pairs(pins), quota: !quotas.is_empty() }
        }
        matching::Conflict::Minimum { people, needs, at_most } => {
            let ids = people.iter().filter_map(|place| Some(facts.people.get(*place)?.id.clone()));
            Conflict::Minimum { people: ids.collect(), needs: *needs, at_most: *at_most }
        }
        matching::Conflict::Frozen { pairs } => {
            Conflict::Frozen { pairs: pairs.iter().filter_map(|&(a, b)| two(facts, a, b)).collect() }
        }
    }
}

fn pair(facts: &Facts, pin: &Pin) -> Option<NamedPair> {
    two(facts, pin.a, pin.b)
}

fn two(facts: &Facts, a: usize, b: usize) -> Option<NamedPair> {
    let (a, b) = ordered(&facts.people.get(a)?.id, &facts.people.get(b)?.id);
    Some((a.clone(), b.clone()))
}

/// Whether a breach is of a demand of the organiser, not of what people and tables can do.
pub(super) fn is_demand(breach: &Breach) -> bool {
    matches!(breach, Breach::PinBroken { .. } | Breach::QuotaMissed { .. })
}
