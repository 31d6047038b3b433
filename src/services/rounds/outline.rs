//! A round as its page shows it: what it was asked and what it reached whole, but of its meetings and people those alone that
//! stand on the page. A large plan has tens of thousands of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::draft::{RoundView, in_order, steps};
use super::progress;
use super::report::Report;
use super::stored::decode;
use crate::app::App;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::round::RoundState;
use crate::services::Fault;
use crate::services::access::EventAccess;
use crate::services::listing;
use crate::store::rounds::DraftPlace;
use crate::store::{events, participants, programme, round_leases, rounds};

/// A round of which no meeting is read yet.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Without meetings and people.
    pub view: RoundView,
    /// Who meets whom, when and where, by slot and table.
    pub places: Vec<DraftPlace>,
    /// Whom the search finds; none where nothing was searched.
    pub found: Option<HashSet<ParticipantId>>,
}

/// The outline of a round, with the people whom a search finds.
pub fn outline(app: &App, access: &EventAccess, number: u32, search: &str) -> Result<Outline, Fault> {
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let round = rounds::get_by_number(db, &event.id, number)?;
        let report: Report = decode(&round.report)?;
        let programme = programme::get(db, &event.id)?;
        let slots: HashMap<&SlotId, usize> =
            programme.slots.iter().enumerate().map(|(place, slot)| (&slot.id, place)).collect();
        let mut places = rounds::list_draft_places(db, &round.id)?;
        places.sort_by_cached_key(|(a, _, slot, table, _)| (slots.get(slot).copied(), *table, a.clone()));
        let found = listing::searched(db, &event.id, search)?;
        let solving = round_leases::solving(db, &round.id)?;
        let view = RoundView {
            settings: decode(&round.settings)?,
            report,
            meetings: Vec::new(),
            people: HashMap::new(),
            rules: rounds::list_pair_rules(db, &event.id)?,
            steps: steps(db, &round)?,
            progress: solving.progress.as_deref().and_then(progress::read),
            is_stopping: solving.stop_asked_at.is_some() && round.state == RoundState::Running,
            round,
            programme,
            event,
        };
        Ok(Outline { view, places, found })
    })
}

/// Reads the meetings of these pairs, and these people beside theirs.
pub fn filled(
    app: &App,
    view: RoundView,
    pairs: &HashSet<(ParticipantId, ParticipantId)>,
    people: &BTreeSet<ParticipantId>,
) -> Result<RoundView, Fault> {
    let (meetings, people) = app.store.read(|db| {
        let meetings = rounds::list_meetings_of(db, &view.round.id, pairs)?;
        let ids: BTreeSet<&ParticipantId> =
            people.iter().chain(pairs.iter().flat_map(|(a, b)| [a, b])).collect();
        let people = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
        Ok::<_, Fault>((meetings, people))
    })?;
    let people = people.into_iter().map(|person| (person.id.clone(), person)).collect();
    let meetings = in_order(meetings, &view.programme, &people);
    Ok(RoundView { meetings, people, ..view })
}
