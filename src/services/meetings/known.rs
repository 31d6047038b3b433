//! What must be known of an event to change its plan and to tell everybody of it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::cast::Cast;
use super::change::PlanChange;
use crate::domain::calendar_choice::CalendarChoice;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::participant::Participant;
use crate::domain::plan_news::PlanNews;
use crate::services::proposals::ending::{self, Ended};
use crate::store::calendar_entries::{self, Side};
use crate::store::{self, Db, StoreError, calendar_choices, calendar_origins, plan_news};

/// What must be known of an event to change its plan.
#[derive(PartialEq)]
pub(in crate::services) struct Known {
    /// The plan before the change.
    pub(super) planned: Vec<Meeting>,
    pub(super) cast: Cast,
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

impl Known {
    /// Reads it, beside the plan and the people that are read already.
    pub(in crate::services) fn load(
        db: &mut Db,
        event: &Event,
        (planned, people): (Vec<Meeting>, &[Participant]),
        change: &PlanChange,
    ) -> Result<Known, StoreError> {
        let changing = change.people();
        let mut news = plan_news::list(db, &event.id)?;
        news.retain(|who, _| changing.contains(who));
        let is_planned: HashSet<&MeetingId> = planned.iter().map(|meeting| &meeting.id).collect();
        let known = news.values().flat_map(|news| &news.known).map(|known| &known.id);
        let gone: BTreeSet<&MeetingId> = known.filter(|id| !is_planned.contains(id)).collect();
        let earlier = store::meetings::list_by_ids(db, &gone.into_iter().collect::<Vec<_>>())?;
        let named: Vec<&Meeting> = planned.iter().chain(&earlier).chain(&change.added).collect();
        let off = !change.cancelled.is_empty() || !earlier.is_empty();
        let mut reports = if off { store::meeting_reports::list(db, &event.id)? } else { Vec::new() };
        reports.retain(|report| matches!(report.said, Said::Cancelled { .. }));
        Ok(Known {
            cast: Cast::load(db, change, &named, people)?,
            ended: ending::beside(db, event, &change.arriving())?,
            origin: calendar_origins::find(db, &event.id)?,
            invited: calendar_entries::sides(db, &event.id)?,
            choices: calendar_choices::list(db, &event.id)?,
            planned,
            news,
            earlier,
            reports,
        })
    }
}
