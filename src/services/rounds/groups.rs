//! The groups that a round mixes: who is in which, and why not everybody can meet enough of each other one.

use std::collections::{BTreeMap, BTreeSet};

use matching::Coverage;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::settings::{Mix, RoundSettings};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;

/// The code of a kind of organisation, or the id of a participant type: by what the round mixes.
pub type Group = String;

/// Why meetings that are asked for with other groups cannot all take place, whatever the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Obstacle {
    /// These people may meet no more than so many of a group.
    Partners { people: Vec<ParticipantId>, group: Group, has: u32 },
    /// These people may have fewer meetings than are asked for with all other groups.
    Limit { people: Vec<ParticipantId> },
    /// A group has fewer seats than these people ask for.
    Seats { people: Vec<ParticipantId>, group: Group, asks: u64, seats: u64 },
    /// These people cannot all meet these groups, though each of them could.
    Together { asked: Vec<(ParticipantId, Group)>, asks: u64, at_most: u64 },
}

impl Obstacle {
    /// Everyone it names.
    pub fn people(&self) -> Vec<&ParticipantId> {
        match self {
            Obstacle::Partners { people, .. }
            | Obstacle::Limit { people }
            | Obstacle::Seats { people, .. } => people.iter().collect(),
            Obstacle::Together { asked, .. } => asked.iter().map(|(person, _)| person).collect(),
        }
    }
}

/// The group of somebody; none of a person without a participant type, where these are the groups.
pub(super) fn group(mix: Mix, person: &Participant) -> Option<Group> {
    let person = &person.profile.person;
    match mix {
        Mix::OrganisationType => Some(person.organisation_type.code().to_string()),
        Mix::ParticipantType => person.participant_type.as_ref().map(ToString::to_string),
    }
}

/// The groups of the people, in order; their places are what the engine calls them.
fn names(facts: &Facts, mix: Mix) -> Vec<Group> {
    let all: BTreeSet<Group> = facts.people.iter().filter_map(|person| group(mix, person)).collect();
    all.into_iter().collect()
}

/// What the engine is asked for, where everybody should meet some of each other group.
pub(super) fn coverage(facts: &Facts, settings: &RoundSettings) -> Option<Coverage> {
    let of_each = settings.coverage?;
    let names = names(facts, settings.mix);
    let place = |name: Group| names.binary_search(&name).ok().and_then(|at| u32::try_from(at).ok());
    let groups = facts.people.iter().map(|person| group(settings.mix, person).and_then(place)).collect();
    Some(Coverage { of_each, groups })
}

/// What is in the way, by ids; people of whom the same is true stand together.
pub(super) fn obstacles(facts: &Facts, mix: Mix, found: &[matching::Obstacle]) -> Vec<Obstacle> {
    let names = names(facts, mix);
    let id = |place: usize| facts.people.get(place).map(|person| person.id.clone());
    let ids = |places: &[usize]| places.iter().filter_map(|place| id(*place)).collect::<Vec<_>>();
    let name = |group: u32| names.get(group as usize).cloned().unwrap_or_default();
    let mut few: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let (mut limited, mut others) = (Vec::new(), Vec::new());
    for one in found {
        match one {
            matching::Obstacle::Partners { person, group, has } => {
                few.entry((*group, *has)).or_default().push(*person);
            }
            matching::Obstacle::Limit { person, .. } => limited.push(*person),
            matching::Obstacle::Seats { group, people, asks, seats, .. } => others.push(Obstacle::Seats {
                people: ids(people),
                group: name(*group),
                asks: *asks,
                seats: *seats,
            }),
            matching::Obstacle::Together { asked, asks, at_most } => {
                let asked = asked.iter().filter_map(|(person, group)| Some((id(*person)?, name(*group))));
                others.push(Obstacle::Together { asked: asked.collect(), asks: *asks, at_most: *at_most });
            }
        }
    }
    let few = few.into_iter().map(|((group, has), people)| Obstacle::Partners {
        people: ids(&people),
        group: name(group),
        has,
    });
    let limited = (!limited.is_empty()).then(|| Obstacle::Limit { people: ids(&limited) });
    few.chain(limited).chain(others).collect()
}
