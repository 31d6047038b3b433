//! Who is expected in a slot that is not over, for whoever looks for those who did not come: some meetings at a time, of the
//! people whom a search finds.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::app::App;
use crate::domain::event::Programme;
use crate::domain::event::Slot;
use crate::domain::ids::{MeetingId, ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::misfit::is_near;
use crate::domain::participant::Participant;
use crate::services::Fault;
use crate::services::access::DoorAccess;
use crate::services::listing;
use crate::store::{self, events, meetings, participants, programme};

/// What of a slot is looked at.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    /// None for the first that is not over.
    pub slot: Option<SlotId>,
    /// Words of names and organisations; empty for everybody.
    pub search: String,
    /// Whose meetings come first: those who are ticked; none before anybody was, and then those whose partners wait.
    pub ticked: Option<Vec<ParticipantId>>,
    /// From 1.
    pub page: usize,
    /// Who is named beside.
    pub beside: Vec<ParticipantId>,
}

/// The slots in which people can be brought together anew, and who is expected in one of them.
#[derive(Debug, Clone)]
pub struct RescueView {
    /// Those that have not ended, in order of time.
    pub slots: Vec<Slot>,
    /// The slot that is looked at.
    pub slot: Option<Slot>,
    /// How many meetings are planned in it.
    pub planned: usize,
    /// How many of them the search finds.
    pub found: usize,
    /// A page of those: with somebody who is ticked first, then by table.
    pub meetings: Vec<Meeting>,
    /// Who is ticked.
    pub ticked: Vec<ParticipantId>,
    pub people: HashMap<ParticipantId, Participant>,
    pub lists: Programme,
}

/// Meetings on a page.
pub const MEETINGS: usize = 25;

/// Who is expected in a slot.
pub fn expected(app: &App, access: &DoorAccess, looked: &Looked) -> Result<RescueView, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let lists = programme::get(db, &event.id)?;
        let is_left = |slot: &&Slot| slot.ends_at > now && is_near(&event, &lists, slot);
        let slots: Vec<Slot> = lists.slots.iter().filter(is_left).cloned().collect();
        let asked = slots.iter().find(|known| Some(&known.id) == looked.slot.as_ref());
        let slot = asked.or(slots.first()).cloned();
        let planned = match &slot {
            Some(slot) => meetings::list_planned_in(db, &event.id, &slot.id)?,
            None => Vec::new(),
        };
        let ticked = match &looked.ticked {
            Some(ticked) => ticked.clone(),
            None => reported(&store::meeting_reports::list(db, &event.id)?, &planned),
        };
        let named = listing::searched(db, &event.id, &looked.search)?;
        let is_found = |meeting: &&Meeting| {
            named.as_ref().is_none_or(|named| named.contains(&meeting.a) || named.contains(&meeting.b))
        };
        let mut found: Vec<&Meeting> = planned.iter().filter(is_found).collect();
        let first: HashSet<&ParticipantId> = ticked.iter().collect();
        found.sort_by_key(|one| (!first.contains(&one.a) && !first.contains(&one.b), one.table));
        let skip = (looked.page.min(found.len().div_ceil(MEETINGS)).max(1) - 1) * MEETINGS;
        let shown: Vec<Meeting> = found.iter().skip(skip).take(MEETINGS).copied().cloned().collect();
        let ids: BTreeSet<&ParticipantId> =
            shown.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).chain(&looked.beside).collect();
        let people = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
        Ok(RescueView {
            planned: planned.len(),
            found: found.len(),
            meetings: shown,
            people: people.into_iter().map(|person| (person.id.clone(), person)).collect(),
            lists,
            slots,
            slot,
            ticked,
        })
    })
}

/// Whom their partners said to be missing.
fn reported(reports: &[MeetingReport], planned: &[Meeting]) -> Vec<ParticipantId> {
    let planned: HashMap<&MeetingId, &Meeting> = planned.iter().map(|one| (&one.id, one)).collect();
    let absent = reports.iter().filter(|report| report.said == Said::Absent);
    let missing = absent.filter_map(|report| {
        let meeting = planned.get(&report.meeting)?;
        Some(meeting.partner_of(&report.by).clone())
    });
    missing.collect()
}
