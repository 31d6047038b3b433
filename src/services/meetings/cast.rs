//! Everyone who is named in the mails about a change of the plan.

use std::collections::{BTreeSet, HashMap};

use super::change::PlanChange;
use crate::documents::calendar::ScheduledMeeting;
use crate::documents::interpreter_calendar::Interpreted;
use crate::domain::floor::Floor;
use crate::domain::ids::ParticipantId;
use crate::domain::interpreter::{Interpreter, Interpreting};
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, floor, interpreters, participants};

/// Them, by their ids, where they sit and who interprets.
#[derive(PartialEq)]
pub(super) struct Cast {
    people: HashMap<ParticipantId, Participant>,
    floor: Floor,
    interpreting: Interpreting,
}

impl Cast {
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
        let mut cast: HashMap<ParticipantId, Participant> = people
            .iter()
            .filter(|person| needed.contains(&person.id))
            .map(|person| (person.id.clone(), person.clone()))
            .collect();
        let others: Vec<&ParticipantId> = needed.iter().filter(|id| !cast.contains_key(*id)).collect();
        let others = participants::list_by_ids(db, &others)?;
        cast.extend(others.into_iter().map(|person| (person.id.clone(), person)));
        let (floor, interpreting) = match meetings.first() {
            Some(meeting) => (floor::get(db, &meeting.event)?, interpreters::get(db, &meeting.event)?),
            None => <(Floor, Interpreting)>::default(),
        };
        Ok(Cast { people: cast, floor, interpreting })
    }

    pub(super) fn floor(&self) -> &Floor {
        &self.floor
    }

    /// Everybody who interprets at the event.
    pub(super) fn interpreters(&self) -> impl Iterator<Item = &Interpreter> {
        self.interpreting.interpreters.iter()
    }

    /// Meetings with the two between whom somebody interprets.
    pub(super) fn interpreted<'a>(&'a self, meetings: &[&'a Meeting]) -> Vec<Interpreted<'a>> {
        let with_people = |meeting: &&'a Meeting| {
            let people = [self.people.get(&meeting.a)?, self.people.get(&meeting.b)?];
            Some(Interpreted { meeting, people })
        };
        meetings.iter().filter_map(with_people).collect()
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
            let (floor, interpreting) = (&self.floor, &self.interpreting);
            Some(ScheduledMeeting { meeting, partner, floor, interpreting })
        };
        meetings.into_iter().filter_map(with_partner).collect()
    }
}
