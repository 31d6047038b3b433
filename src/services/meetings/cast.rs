//! Everyone who is named in the mails about a change of the plan.

use std::collections::{BTreeSet, HashMap};

use crate::documents::calendar::ScheduledMeeting;
use crate::domain::floor::Floor;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, floor, participants};

/// Them, by their ids, and where they sit.
#[derive(PartialEq)]
pub(super) struct Cast {
    people: HashMap<ParticipantId, Participant>,
    floor: Floor,
}

impl Cast {
    /// Those whose plan changes and everyone they meet in one of these meetings; of them those in `people` are read already.
    pub(super) fn load(
        db: &mut Db,
        changing: &BTreeSet<ParticipantId>,
        meetings: &[&Meeting],
        people: &[Participant],
    ) -> Result<Cast, StoreError> {
        let both = |meeting: &&Meeting| [meeting.a.clone(), meeting.b.clone()];
        let met = meetings.iter().map(both).filter(|both| both.iter().any(|who| changing.contains(who)));
        let mut needed: BTreeSet<ParticipantId> = met.flatten().collect();
        needed.extend(changing.iter().cloned());
        let mut cast: HashMap<ParticipantId, Participant> = people
            .iter()
            .filter(|person| needed.contains(&person.id))
            .map(|person| (person.id.clone(), person.clone()))
            .collect();
        let others: Vec<&ParticipantId> = needed.iter().filter(|id| !cast.contains_key(*id)).collect();
        let others = participants::list_by_ids(db, &others)?;
        cast.extend(others.into_iter().map(|person| (person.id.clone(), person)));
        let floor = match meetings.first() {
            Some(meeting) => floor::get(db, &meeting.event)?,
            None => Floor::default(),
        };
        Ok(Cast { people: cast, floor })
    }

    /// Somebody, if mail reaches them.
    pub(super) fn reachable(&self, who: &ParticipantId) -> Option<&Participant> {
        self.people.get(who).filter(|participant| participant.profile.person.email.is_some())
    }

    /// Meetings with the partner that somebody meets in each.
    pub(super) fn seen_by<'a>(
        &'a self,
        who: &ParticipantId,
        meetings: impl IntoIterator<Item = &'a Meeting>,
    ) -> Vec<ScheduledMeeting<'a>> {
        let with_partner = |meeting: &'a Meeting| {
            let partner = self.people.get(meeting.partner_of(who))?;
            Some(ScheduledMeeting { meeting, partner, floor: &self.floor })
        };
        meetings.into_iter().filter_map(with_partner).collect()
    }
}
