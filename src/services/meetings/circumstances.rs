//! What else bears on the mails about a change of the plan, beside the plan and the people: little enough to be read again while the
//! event is locked.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::change::PlanChange;
use crate::domain::calendar_choice::CalendarChoice;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::Event;
use crate::domain::floor::Floor;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::interpreter::Interpreting;
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::plan_news::PlanNews;
use crate::services::proposals::ending::{self, Ended};
use crate::store::calendar_entries::{self, Side};
use crate::store::{
    self, Db, StoreError, calendar_choices, calendar_origins, floor, interpreters, plan_news,
};

/// Where people sit, who interprets, what calendars have, what waits to be told.
#[derive(PartialEq)]
pub(in crate::services) struct Circumstances {
    pub(super) floor: Floor,
    pub(super) interpreting: Interpreting,
    /// Proposals that end because the change takes their slot.
    pub(super) ended: Vec<Ended>,
    /// By what calendars know the meetings, where that is stored.
    pub(in crate::services) origin: Option<CalendarOrigin>,
    /// Who has been invited to which meeting.
    pub(super) invited: HashSet<Side>,
    pub(super) choices: HashMap<ParticipantId, CalendarChoice>,
    /// What waits to be told to those whose plan changes, or was told last.
    pub(super) news: HashMap<ParticipantId, PlanNews>,
    /// Meetings that are off, of which some of them have not been told yet.
    pub(super) earlier: Vec<Meeting>,
    /// Who has called meetings off.
    pub(super) reports: Vec<MeetingReport>,
}

impl Circumstances {
    /// Reads them. `planned` is the plan before the change.
    pub(in crate::services) fn load(
        db: &mut Db,
        event: &Event,
        planned: &[Meeting],
        change: &PlanChange,
    ) -> Result<Circumstances, StoreError> {
        let changing = change.people();
        let mut news = plan_news::list(db, &event.id)?;
        news.retain(|who, _| changing.contains(who));
        let is_planned: HashSet<&MeetingId> = planned.iter().map(|meeting| &meeting.id).collect();
        let known = news.values().flat_map(|news| &news.known).map(|known| &known.id);
        let gone: BTreeSet<&MeetingId> = known.filter(|id| !is_planned.contains(id)).collect();
        let earlier = store::meetings::list_by_ids(db, &gone.into_iter().collect::<Vec<_>>())?;
        let off = !change.cancelled.is_empty() || !earlier.is_empty();
        let mut reports = if off { store::meeting_reports::list(db, &event.id)? } else { Vec::new() };
        reports.retain(|report| matches!(report.said, Said::Cancelled { .. }));
        Ok(Circumstances {
            floor: floor::get(db, &event.id)?,
            interpreting: interpreters::get(db, &event.id)?,
            ended: ending::beside(db, event, &change.arriving(), &change.cancelled)?,
            origin: calendar_origins::find(db, &event.id)?,
            invited: calendar_entries::sides(db, &event.id)?,
            choices: calendar_choices::list(db, &event.id)?,
            news,
            earlier,
            reports,
        })
    }
}
