//! Everyone who is named in the mails about a change of the plan.

use std::collections::{BTreeSet, HashMap};

use super::change::PlanChange;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, participants};

/// They, by their ids.
pub(super) type Cast = HashMap<ParticipantId, Participant>;

/// Those whose plan changes and everyone they meet in one of these meetings, or who meets with the help of an interpreter whose plan
/// changes; of them those in `people` are read already.
pub(super) fn load(
    db: &mut Db,
    change: &PlanChange,
    meetings: &[&Meeting],
    people: &[Participant],
) -> Result<Cast, StoreError> {
    let both = |meeting: &&Meeting| [meeting.a.clone(), meeting.b.clone()];
    let (changing, helping) = (change.people(), change.interpreters());
    let concerns = |meeting: &&&Meeting| {
        let is_helped = meeting.interpreter.as_ref().is_some_and(|who| helping.contains(who));
        is_helped || changing.contains(&meeting.a) || changing.contains(&meeting.b)
    };
    let mut needed: BTreeSet<ParticipantId> = meetings.iter().filter(concerns).flat_map(both).collect();
    needed.extend(changing);
    let mut cast: Cast = people
        .iter()
        .filter(|person| needed.contains(&person.id))
        .map(|person| (person.id.clone(), person.clone()))
        .collect();
    let others: Vec<&ParticipantId> = needed.iter().filter(|id| !cast.contains_key(*id)).collect();
    let others = participants::list_by_ids(db, &others)?;
    cast.extend(others.into_iter().map(|person| (person.id.clone(), person)));
    Ok(cast)
}
