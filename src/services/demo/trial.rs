//! People for an event that is tried out: the demo's, with the topics, types and blocks of that event.

use std::collections::BTreeSet;

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::data::Data;
use super::people::{self, DemoPerson, DemoState};
use super::{DemoError, insert_person, insert_wish, participant};
use crate::domain::event::{Event, Programme};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::{InterestKind, Profile};
use crate::services::tx::Tx;
use crate::store::{participants, programme};

/// Registers `count` people as they are made up from this seed, with wishes among them; nobody is mailed. The event's row is
/// locked. Gives how many: whose address is known stays out.
pub(in crate::services) fn fill(
    tx: &mut Tx<'_>,
    event: &Event,
    count: usize,
    seed: u64,
) -> Result<usize, DemoError> {
    let data = Data::read()?;
    let lists = programme::get(tx.db, &event.id)?;
    let mut rng = StdRng::seed_from_u64(seed);
    let mut made = people::people(&data, count, &mut rng);
    let known: BTreeSet<String> = participants::email_keys(tx.db, &event.id)?.into_iter().collect();
    made.retain(|person| !known.contains(&person.email));
    made.iter_mut().for_each(|person| fit(person, &lists, event));
    let mut ids: Vec<ParticipantId> = Vec::with_capacity(made.len());
    for person in &made {
        let id = tx.app.random.id(tx.now);
        let mut participant = participant(&data, person, id, event, &lists, tx.now)?;
        once_each(&mut participant.profile);
        insert_person(tx, person.state, &participant)?;
        ids.push(participant.id);
    }
    for wish in people::wishes(&data, &made, &mut rng) {
        insert_wish(tx.db, event, &ids, &wish, tx.now)?;
    }
    Ok(made.len())
}

/// Puts the event's lists in the place of the demo's.
fn fit(person: &mut DemoPerson<'_>, lists: &Programme, event: &Event) {
    person.state = DemoState::Registered;
    person.sessions.clear();
    if !event.languages.contains(&person.lang) {
        person.lang = event.first_language();
    }
    for interest in &mut person.interests {
        interest.topic %= lists.topics.len().max(1);
    }
    for block in &mut person.blocks {
        *block %= lists.blocks.len().max(1);
    }
    if person.blocks.is_empty() {
        person.blocks.push(0);
    }
}

/// Two of the demo's topics, or blocks, may be one here.
fn once_each(profile: &mut Profile) {
    let mut seen: Vec<(String, InterestKind)> = Vec::new();
    profile.interests.retain(|own| {
        let key = (own.topic.0.clone(), own.kind);
        let is_new = !seen.contains(&key);
        seen.push(key);
        is_new
    });
    let blocks: BTreeSet<_> = profile.attendance.blocks.iter().cloned().collect();
    profile.attendance.blocks = blocks.into_iter().collect();
}
