//! What is known of two people who are to have a meeting in a draft: whether they may, why they would, and when.

use super::by_hand::{check_pair, why};
use super::changing::ChangeProblem;
use super::draft::{self, RoundView};
use super::facts::Facts;
use super::free_places::{FreePlace, places_for_two};
use super::places::Places;
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::Participant;
use crate::domain::round::RoundMeeting;
use crate::services::Fault;
use crate::services::access::EventAccess;
use crate::store::{StoreError, events};

/// A meeting that could be added to a draft.
#[derive(Debug, Clone)]
pub struct Possible {
    pub view: RoundView,
    pub a: Participant,
    pub b: Participant,
    /// What is in its way at any time.
    pub problem: Option<ChangeProblem>,
    pub weight: u32,
    pub reasons: Vec<ReasonTerm>,
    /// Where it could be, in order of time.
    pub places: Vec<FreePlace>,
}

/// Looks whether two people could have a meeting in a draft.
pub fn possible(
    app: &App,
    access: &EventAccess,
    number: u32,
    (a, b): (&ParticipantId, &ParticipantId),
) -> Result<Possible, Fault> {
    let view = draft::view(app, access, number)?;
    let now = app.clock.now();
    let facts = app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Ok::<_, Fault>(Facts::load(db, event, now)?)
    })?;
    let places = Places::of(&facts);
    let registered = |id| places.person(id).and_then(|place| facts.people.get(place)).cloned();
    let (Some(first), Some(second)) = (registered(a), registered(b)) else {
        return Err(StoreError::NotFound.into());
    };
    let meetings: Vec<RoundMeeting> = view.meetings.iter().map(|draft| draft.meeting.clone()).collect();
    let problem = check_pair(&facts, &view.settings, &meetings, (a, b)).err();
    let (weight, reasons) = match problem {
        None => why(&facts, &view.settings, (a, b)),
        Some(_) => (0, Vec::new()),
    };
    let found = if problem.is_none() { places_for_two(now, &view, (&first, &second)) } else { Vec::new() };
    Ok(Possible { view, a: first, b: second, problem, weight, reasons, places: found })
}
