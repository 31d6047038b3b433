//! What an organiser's pages say of the published plan: how much of it there is, and what of it no longer fits. Counting it
//! reads every meeting and everybody, so it is kept.

use std::sync::Arc;

use super::Fault;
use super::access::EventAccess;
use super::kept_figures::{MisfitCount, PlanFigures};
use super::misfits;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::misfit::MisfitMeeting;
use crate::store::event_versions::{self, Versions};
use crate::store::{Db, StoreError, attendance, meeting_reports, sitting};

/// The figures of an event as they are now; inside a read.
pub(super) fn of(app: &App, db: &mut Db, event: &Event) -> Result<Arc<PlanFigures>, StoreError> {
    let stamp = (event.clone(), event_versions::get(db, &event.id)?);
    let is_same =
        |one: &(Event, Versions), other: &(Event, Versions)| one.1 == other.1 && one.0.is_set_as(&other.0);
    app.figures.0.get(&event.id, stamp, is_same, || load(app, db, event))
}

fn load(app: &App, db: &mut Db, event: &Event) -> Result<PlanFigures, StoreError> {
    let programme = app.programmes.get(db, &event.id)?;
    let place = |one: MisfitMeeting| (one.meeting.starts_at, [one.meeting.a, one.meeting.b]);
    Ok(PlanFigures {
        meetings: sitting::count_planned(db, &event.id)?,
        seated: sitting::count_seated(db, &event.id)?,
        missed: meeting_reports::count_missed(db, &event.id)?,
        in_no_block: attendance::count_in_no_block(db, &event.id)?,
        misfits: misfits::of_whole_plan(db, event, &programme)?.into_iter().map(place).collect(),
    })
}

/// Counts the meetings of an event that fit no longer.
pub fn count_misfits(app: &App, access: &EventAccess) -> Result<MisfitCount, Fault> {
    let now = app.clock.now();
    let figures = app.store.read(|db| of(app, db, access.event()))?;
    Ok(figures.count_misfits(now))
}
