//! What the demo's participants offer and seek, and in which words.

use rand::RngExt;
use rand::rngs::StdRng;

use super::data::{Data, Group, TopicAt};
use super::lots::pick;
use super::organisations::Organisation;
use crate::domain::lang::{Lang, Localised};
use crate::domain::participant::InterestKind;

/// An interest by the place of its topic in the event's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DemoInterest {
    pub topic: usize,
    pub kind: InterestKind,
    pub text: String,
}

/// Index of the group of the four challenges.
pub(super) const CHALLENGES: usize = 3;
/// Index of the group that is about cooperation itself: partners, financing, internationalisation, exchange.
const COOPERATION: usize = 4;

/// Makes up what somebody of an organisation offers and seeks: its own field, what it needs from others, a challenge.
pub(super) fn interests(
    data: &Data,
    of: &Organisation<'_>,
    lang: Lang,
    rng: &mut StdRng,
) -> Vec<DemoInterest> {
    let mut interests: Vec<DemoInterest> = Vec::new();
    for kind in [InterestKind::Offer, InterestKind::Seek] {
        let topics = match kind {
            InterestKind::Offer => offered(of, rng),
            InterestKind::Seek => sought(data, of, rng),
        };
        for at in topics {
            let topic = data.topics.place(at);
            // Nobody looks for what they offer themselves.
            if interests.iter().any(|own| own.topic == topic) {
                continue;
            }
            let text = if rng.random_bool(0.7) { sentence(data, of.group, kind, at, rng) } else { None };
            let label = data.topics.topic(at).map_or("", |topic| topic.label.get(lang, Lang::En));
            let text = text.map(|text| text.get(lang, Lang::En).replace("{t}", label)).unwrap_or_default();
            interests.push(DemoInterest { topic, kind, text });
        }
    }
    interests
}

fn offered(of: &Organisation<'_>, rng: &mut StdRng) -> Vec<TopicAt> {
    let own = &of.field.topics;
    let mut topics = vec![own[0]];
    if rng.random_bool(0.6) {
        topics.extend(pick(own, rng).copied());
    }
    match of.group {
        Group::ClusterManagement if rng.random_bool(0.4) => topics.push((COOPERATION, 3)),
        Group::Policy | Group::Other if rng.random_bool(0.6) => topics.push((COOPERATION, 1)),
        Group::Training => topics.push((CHALLENGES, 3)),
        _ if rng.random_bool(0.25) => topics.push((CHALLENGES, rng.random_range(0..4))),
        _ => {}
    }
    topics
}

fn sought(data: &Data, of: &Organisation<'_>, rng: &mut StdRng) -> Vec<TopicAt> {
    let mut topics = Vec::new();
    if rng.random_bool(0.6) {
        topics.extend(pick(&of.field.topics, rng).copied());
    }
    // Beyond one's own field: what cross-clustering is about.
    if let Some(other) = pick(&data.topics.fields, rng) {
        topics.extend(pick(&other.topics, rng).copied());
    }
    if rng.random_bool(0.5) {
        topics.push((CHALLENGES, rng.random_range(0..4)));
    }
    match of.group {
        Group::Business if rng.random_bool(0.5) => topics.push((COOPERATION, 2)),
        Group::ClusterManagement | Group::Research if rng.random_bool(0.5) => topics.push((COOPERATION, 0)),
        _ => {}
    }
    topics
}

fn sentence<'d>(
    data: &'d Data,
    group: Group,
    kind: InterestKind,
    at: TopicAt,
    rng: &mut StdRng,
) -> Option<&'d Localised> {
    let (group, topic) = (&data.groups[group as usize], data.topics.topic(at)?);
    let (own, of_group) = match kind {
        InterestKind::Offer => (&topic.offer, &group.offers),
        InterestKind::Seek => (&topic.seek, &group.seeks),
    };
    pick(own.as_ref().map_or(of_group.as_slice(), std::slice::from_ref), rng)
}
