//! What a draft would gain by one change of the event or of its demands. Each is worked out by a quick search of its own, outside
//! any transaction, and so is the draft as it is, so that the two can be compared; nothing is stored.

use chrono::{DateTime, Utc};

use super::draft::RoundView;
use super::facts::Facts;
use super::problem;
use super::settings::{Effort, PublishedPlan, RoundSettings};
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::misfit::is_near;
use crate::domain::round::RoundState;
use crate::services::Fault;
use crate::services::access::EventAccess;
use crate::store::events;

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// So many tables in each slot.
    Tables(u32),
    /// So many slots to come in all; whoever is there at any time is there in the new ones.
    Slots(u32),
    /// Another minimum of meetings for everyone.
    Minimum(u32),
    /// Another least share of crossing meetings in percent, or none.
    Quota(Option<u32>),
}

/// What a plan reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    pub meetings: u64,
    pub mutual: u64,
    /// People below the minimum that holds in it.
    pub below: u64,
}

/// What a round was made with, of which one can be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsItIs {
    /// None where meetings need no table.
    pub tables: Option<u32>,
    /// Those still to come.
    pub slots: u32,
    pub minimum: u32,
    pub quota: Option<u32>,
}

/// Plans beside the draft as it is; none where no plan keeps what is asked.
#[derive(Debug, Clone)]
pub struct WorkedOut {
    pub as_it_is: Option<Outcome>,
    pub changes: Vec<(Change, Option<Outcome>)>,
}

/// Above so many people no plan is made only to look at it.
pub const MOST_PEOPLE: usize = 1_000;

/// What can be another in a draft; none of a round that is no draft, repairs a plan, or has too many people.
pub fn as_it_is(app: &App, view: &RoundView) -> Option<AsItIs> {
    let anew = view.settings.published_plan == PublishedPlan::PlanAnew;
    let people = usize::try_from(view.report.figures.people).unwrap_or(usize::MAX);
    if view.round.state != RoundState::Draft || !anew || people > MOST_PEOPLE {
        return None;
    }
    let now = app.clock.now();
    let slots = to_come(&view.event, &view.programme, now);
    Some(AsItIs {
        tables: view.event.tables(),
        slots: u32::try_from(slots).unwrap_or(u32::MAX),
        minimum: view.settings.wished_minimum,
        quota: view.settings.quota_percent,
    })
}

/// The slots to come in which people can meet.
fn to_come(event: &Event, programme: &Programme, now: DateTime<Utc>) -> usize {
    let slots = programme.slots.iter().filter(|slot| slot.starts_at > now);
    slots.filter(|slot| is_near(event, programme, slot)).count()
}

impl AsItIs {
    /// One step in each direction that somebody may think of.
    pub fn steps(&self) -> Vec<Change> {
        let tables = self.tables.map(|tables| Change::Tables(tables + 1));
        let has_room = (self.slots as usize) < matching::MOST_SLOTS;
        let slots = (self.slots > 0 && has_room).then_some(Change::Slots(self.slots + 1));
        let minimum = self.minimum.checked_sub(1).map(Change::Minimum);
        let quota = Change::Quota(if self.quota.is_some() { None } else { Some(50) });
        tables.into_iter().chain(slots).chain(minimum).chain([quota]).collect()
    }
}

/// Works out what a draft would be with each of these changes, and without any; none while that is done for somebody else.
pub fn work_out(
    app: &App,
    access: &EventAccess,
    view: &RoundView,
    changes: &[Change],
) -> Result<Option<WorkedOut>, Fault> {
    let Some(_turn) = app.what_if.begin(&access.event().id) else { return Ok(None) };
    let facts = app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Ok::<_, Fault>(Facts::load(db, event, app.clock.now())?)
    })?;
    let outcome = |change| outcome(&facts, &view.settings, view.round.seed, change);
    Ok(Some(WorkedOut {
        as_it_is: outcome(None),
        changes: changes.iter().map(|change| (*change, outcome(Some(*change)))).collect(),
    }))
}

fn outcome(facts: &Facts, settings: &RoundSettings, seed: u64, change: Option<Change>) -> Option<Outcome> {
    let mut settings = settings.clone();
    match change {
        Some(Change::Minimum(minimum)) => settings.wished_minimum = minimum,
        Some(Change::Quota(quota)) => settings.quota_percent = quota,
        Some(Change::Tables(_) | Change::Slots(_)) | None => {}
    }
    let mut input = problem::build(facts, &settings).input;
    match change {
        Some(Change::Tables(tables)) => {
            for slot in &mut input.slots {
                slot.tables = slot.tables.map(|_| tables);
            }
            // Whose table is gone sits anywhere.
            let is_gone = |booth: &mut matching::Booth| booth.tables.iter().any(|table| *table >= tables);
            input.people.iter_mut().for_each(|person| drop(person.booth.take_if(is_gone)));
        }
        Some(Change::Slots(slots)) => {
            let to_come = to_come(&facts.event, &facts.programme, facts.now);
            input.add_slots((slots as usize).saturating_sub(to_come));
        }
        Some(Change::Minimum(_) | Change::Quota(_)) | None => {}
    }
    let problem = matching::Problem::new(input).ok()?;
    let options = Effort::Quick.options(seed);
    let solution = matching::solve(&problem, &options, &mut matching::Unobserved);
    let reached = &solution.figures;
    let outcome = Outcome { meetings: reached.meetings, mutual: reached.mutual, below: reached.people_below };
    solution.conflict.is_none().then_some(outcome)
}
