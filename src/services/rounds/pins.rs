//! What a round must hold: published meetings that stay where they are, and the organiser's pins as far as they can be
//! asked for. A pin that cannot is left out with its reason: it must not stop a round of an event that is under way.

use std::collections::{BTreeMap, HashSet};

use matching::{PersonInput, Pin};
use serde::{Deserialize, Serialize};

use super::facts::{Facts, is_frozen};
use super::places::Places;
use crate::domain::floor::Guest;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::participant::Participant;
use crate::domain::round::{PairRule, PairRuleKind};

/// A pin of the organiser that a round leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredPin {
    pub a: ParticipantId,
    pub b: ParticipantId,
    /// Where it is pinned to a time.
    #[serde(default)]
    pub slot: Option<SlotId>,
    #[serde(default)]
    pub table: Option<u32>,
    #[serde(default)]
    pub why: WhyIgnored,
}

/// Why a pin is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhyIgnored {
    /// Reports from before reasons were kept do not say.
    #[default]
    Unsaid,
    NotRegistered {
        who: ParticipantId,
    },
    /// One of the two excluded the other.
    Excluded,
    /// There is no such slot any more.
    SlotGone,
    /// The slot has begun, and the two had no meeting in it.
    SlotBegun,
    Away {
        who: ParticipantId,
    },
    /// No slot is left in which both are there.
    NeverTogether,
    /// There is no such table any more.
    TableGone,
    /// A frozen meeting, or another pin, has them at that time.
    Busy {
        who: ParticipantId,
    },
    /// A frozen meeting, or another pin, is there at that time.
    TableTaken,
    /// All meetings they may have are pinned already, or stay.
    AtLimit {
        who: ParticipantId,
    },
}

/// What the engine must hold, and the organiser's pins that it is not asked for.
pub(super) struct Pinned {
    pub pins: Vec<Pin>,
    pub ignored: Vec<IgnoredPin>,
}

/// The published meetings that stay and the organiser's pins; together they contradict neither each other nor what
/// `people` can do.
pub(super) fn pinned(
    facts: &Facts,
    places: &Places,
    people: &[PersonInput],
    blocked: &HashSet<(usize, usize)>,
) -> Pinned {
    let mut collected = Collected { facts, places, people, blocked, pins: BTreeMap::new() };
    collected.pin_frozen();
    let rules = facts.rules.iter().filter(|rule| rule.kind == PairRuleKind::Pin);
    let ignored = rules
        .filter_map(|rule| {
            let why = collected.add(rule).err()?;
            let (a, b) = (rule.a.clone(), rule.b.clone());
            Some(IgnoredPin { a, b, slot: rule.slot.clone(), table: rule.table, why })
        })
        .collect();
    Pinned { pins: collected.pins.into_values().collect(), ignored }
}

struct Collected<'a> {
    facts: &'a Facts,
    places: &'a Places<'a>,
    people: &'a [PersonInput],
    blocked: &'a HashSet<(usize, usize)>,
    pins: BTreeMap<(usize, usize), Pin>,
}

impl Collected<'_> {
    /// Whatever tables there are now: who sat at one that is gone gets another one, if the meeting is still to come.
    fn pin_frozen(&mut self) {
        for meeting in self.facts.planned.iter().filter(|meeting| is_frozen(self.facts, meeting)) {
            let placed = self.places.meeting((&meeting.a, &meeting.b), &meeting.slot, meeting.table);
            if let Some(matching::Meeting { a, b, slot, table }) = placed {
                let table = table.filter(|&table| {
                    self.may_sit((&meeting.a, &meeting.b), Some(slot), table) && !self.sits(slot, table)
                });
                self.pins.insert((a, b), Pin { a, b, slot: Some(slot), table });
            }
        }
    }

    fn add(&mut self, rule: &PairRule) -> Result<(), WhyIgnored> {
        let place = |who: &ParticipantId| {
            self.places.person(who).ok_or_else(|| WhyIgnored::NotRegistered { who: who.clone() })
        };
        let both = [(&rule.a, place(&rule.a)?), (&rule.b, place(&rule.b)?)];
        let [x, y] = both.map(|(_, place)| place);
        let (a, b) = (x.min(y), x.max(y));
        // They meet, or have met: the pin is kept.
        if self.pins.contains_key(&(a, b)) {
            return Ok(());
        }
        if self.blocked.contains(&(a, b)) || self.blocked.contains(&(b, a)) {
            return Err(WhyIgnored::Excluded);
        }
        let slot = self.time(rule, both)?;
        let table = rule.table.and_then(|number| number.checked_sub(1));
        if table.is_some_and(|table| !self.may_sit((&rule.a, &rule.b), slot, table)) {
            return Err(WhyIgnored::TableGone);
        }
        if slot.zip(table).is_some_and(|(slot, table)| self.sits(slot, table)) {
            return Err(WhyIgnored::TableTaken);
        }
        for (who, place) in both {
            let pins = self.pins.keys().filter(|(a, b)| *a == place || *b == place).count();
            if self.people.get(place).is_none_or(|person| pins >= person.cap as usize) {
                return Err(WhyIgnored::AtLimit { who: who.clone() });
            }
        }
        self.pins.insert((a, b), Pin { a, b, slot, table });
        Ok(())
    }

    /// The slot of a pin that names one.
    fn time(&self, rule: &PairRule, both: [(&ParticipantId, usize); 2]) -> Result<Option<usize>, WhyIgnored> {
        let there = |place: usize, slot: usize| {
            self.people.get(place).is_some_and(|person| person.available.get(slot).copied().unwrap_or(false))
        };
        let Some(id) = &rule.slot else {
            let slots = 0..self.facts.programme.slots.len();
            let together =
                |slot: &usize| !self.places.has_begun(*slot) && both.iter().all(|b| there(b.1, *slot));
            return if slots.clone().any(|slot| together(&slot)) {
                Ok(None)
            } else {
                Err(WhyIgnored::NeverTogether)
            };
        };
        let slot = self.places.slot(id).ok_or(WhyIgnored::SlotGone)?;
        if self.places.has_begun(slot) {
            return Err(WhyIgnored::SlotBegun);
        }
        for (who, place) in both {
            if !there(place, slot) {
                return Err(WhyIgnored::Away { who: who.clone() });
            }
            let busy = |pin: &Pin| pin.slot == Some(slot) && (pin.a == place || pin.b == place);
            if self.pins.values().any(busy) {
                return Err(WhyIgnored::Busy { who: who.clone() });
            }
        }
        Ok(Some(slot))
    }

    /// Whether two people may sit at a table, counted from 0, in a slot; in any one to come if none is given.
    fn may_sit(&self, two: (&ParticipantId, &ParticipantId), slot: Option<usize>, table: u32) -> bool {
        let (Some(last), Some(a), Some(b)) =
            (self.facts.event.tables(), self.guest(two.0), self.guest(two.1))
        else {
            return false;
        };
        let slots = self.facts.programme.slots.iter().enumerate();
        let mut possible = slots.filter(|(at, _)| match slot {
            Some(slot) => *at == slot,
            None => !self.places.has_begun(*at),
        });
        let floor = &self.facts.programme.floor;
        possible.any(|(_, slot)| floor.tables_for([a, b], &slot.id, last).contains(&(table + 1)))
    }

    fn guest(&self, who: &ParticipantId) -> Option<Guest<'_>> {
        self.places.person(who).and_then(|place| self.facts.people.get(place)).map(Participant::guest)
    }

    fn sits(&self, slot: usize, table: u32) -> bool {
        self.pins.values().any(|pin| pin.slot == Some(slot) && pin.table == Some(table))
    }
}
