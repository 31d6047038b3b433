//! What must be known of an event to change its plan and to tell everybody of it.

use std::collections::HashSet;

use super::cast::{self, Cast};
use super::change::PlanChange;
use super::circumstances::Circumstances;
use crate::documents::calendar::ScheduledMeeting;
use crate::documents::interpreter_calendar::Interpreted;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::store::{Db, StoreError, participants};

/// What must be known of an event to change its plan.
pub(in crate::services) struct Known {
    /// The plan before the change.
    pub(in crate::services) planned: Vec<Meeting>,
    pub(super) cast: Cast,
    pub(in crate::services) beside: Circumstances,
}

impl Known {
    /// Reads it, beside the plan and the people that are read already.
    pub(in crate::services) fn load(
        db: &mut Db,
        event: &Event,
        (planned, people): (Vec<Meeting>, &[Participant]),
        change: &PlanChange,
    ) -> Result<Known, StoreError> {
        let beside = Circumstances::load(db, event, &planned, change)?;
        let named: Vec<&Meeting> = planned.iter().chain(&beside.earlier).chain(&change.added).collect();
        let cast = cast::load(db, change, &named, people)?;
        Ok(Known { planned, cast, beside })
    }

    /// Whether those who are named in the mails, but for some of whom that is known already, are as they were.
    pub(in crate::services) fn names_hold(
        &self,
        db: &mut Db,
        but: &HashSet<&ParticipantId>,
    ) -> Result<bool, StoreError> {
        let others: Vec<&ParticipantId> = self.cast.keys().filter(|id| !but.contains(id)).collect();
        let now = participants::list_by_ids(db, &others)?;
        Ok(now.len() == others.len() && now.iter().all(|person| self.cast.get(&person.id) == Some(person)))
    }

    /// Everyone who is named in the mails.
    pub(in crate::services) fn people(&self) -> impl Iterator<Item = &ParticipantId> {
        self.cast.keys()
    }

    /// Meetings with the two between whom somebody interprets.
    pub(super) fn interpreted<'a>(&'a self, meetings: &[&'a Meeting]) -> Vec<Interpreted<'a>> {
        let with_people = |meeting: &&'a Meeting| {
            let people = [self.cast.get(&meeting.a)?, self.cast.get(&meeting.b)?];
            Some(Interpreted { meeting, people })
        };
        meetings.iter().filter_map(with_people).collect()
    }

    /// Somebody, if mail reaches them.
    pub(super) fn reachable(&self, who: &ParticipantId) -> Option<&Participant> {
        self.cast.get(who).filter(|participant| participant.profile.person.email.is_some())
    }

    /// Meetings with the partner that somebody meets in each.
    pub(super) fn seen_by<'a>(
        &'a self,
        who: &ParticipantId,
        meetings: impl IntoIterator<Item = &'a Meeting>,
    ) -> Vec<ScheduledMeeting<'a>> {
        let with_partner = |meeting: &'a Meeting| {
            let partner = self.cast.get(meeting.partner_of(who))?;
            let (floor, interpreting) = (&self.beside.floor, &self.beside.interpreting);
            Some(ScheduledMeeting { meeting, partner, floor, interpreting })
        };
        meetings.into_iter().filter_map(with_partner).collect()
    }
}
