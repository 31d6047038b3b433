//! Where an event stands, and what its organiser does next.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::Fault;
use super::access::EventAccess;
use super::announcements::{self, DeletionView};
use super::asked_mails::{self, Flood};
use super::blocks::alarms_of;
use super::mail_pause::{self, ShownPause};
use super::plan_figures;
use super::registrations::held;
use crate::app::App;
use crate::domain::checklist::{Counts, Item, Known, checklist};
use crate::domain::event::{Event, Programme};
use crate::domain::ids::ParticipantId;
use crate::domain::nudge::Nudge;
use crate::domain::registration::RegistrationState;
use crate::domain::round::Round;
use crate::store::domain_alarms::DomainAlarm;
use crate::store::{self, address_keys, blocked_addresses, outbox, rounds, sent_forms};

/// Where an event stands, at a glance.
#[derive(Debug, Clone)]
pub struct Dashboard {
    pub event: Event,
    pub programme: Arc<Programme>,
    pub registrations: StateCounts,
    /// Registrations that were deleted since nobody confirmed them.
    pub lapsed: u32,
    /// Very many forms in the last hour whose addresses nobody has proved.
    pub flood: Option<Flood>,
    /// People with the address of somebody who came before them: both.
    pub doubles: Vec<(ParticipantId, ParticipantId)>,
    pub mails: MailCounts,
    /// Why no mail goes at the moment, if so.
    pub pause: Option<ShownPause>,
    /// Registrations that await approval because many came at once.
    pub held: u32,
    /// Participants whose address is blocked, since mail came back from it.
    pub blocked: u32,
    /// Domains of the event's people from which much mail comes back at once.
    pub alarms: Vec<DomainAlarm>,
    /// New registrations of each day in the event's zone, gaps filled, and of them those that still count.
    pub days: Vec<Day>,
    pub planned_meetings: usize,
    /// Meetings of the published plan that no longer fit.
    pub misfits: usize,
    /// Registered people who want meetings and are in no meeting block.
    pub in_no_block: usize,
    /// Registered people without a planned meeting; nothing before the first meeting is planned.
    pub without_meeting: Option<usize>,
    /// Registered people who have said of nobody that they want to meet them.
    pub without_wish: usize,
    /// Meetings to which somebody did not come, as far as it was said.
    pub missed_meetings: usize,
    pub last_round: Option<Round>,
    pub deletion: DeletionView,
    /// Whether something is missing that the law asks to be said before people register.
    pub law_is_missing: bool,
}

impl Dashboard {
    /// What is missing, and what is there.
    pub fn checklist(&self, now: DateTime<Utc>) -> Vec<Item> {
        let of = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        let counts = Counts {
            failed_mails: of(self.mails.failed),
            misfits: self.misfits,
            in_no_block: self.in_no_block,
            blocked: of(self.blocked),
            doubles: self.doubles.len(),
            burst: of(self.held),
            awaiting_approval: of(self.registrations.awaiting_approval),
            registered: of(self.registrations.registered),
            without_wish: self.without_wish,
            planned_meetings: self.planned_meetings,
            without_meeting: self.without_meeting.unwrap_or_default(),
        };
        let known = Known {
            event: &self.event,
            programme: &self.programme,
            law_is_missing: self.law_is_missing,
            counts,
            now,
        };
        checklist(&known)
    }
}

/// How many registrations are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StateCounts {
    pub invited: u32,
    pub unconfirmed: u32,
    pub awaiting_approval: u32,
    pub registered: u32,
    pub waiting_list: u32,
    pub rejected: u32,
    pub cancelled: u32,
    pub declined: u32,
    pub unanswered: u32,
}

/// How many mails are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MailCounts {
    pub waiting: u32,
    pub sent: u32,
    pub failed: u32,
    /// Sent, and come back.
    pub bounced: u32,
    /// To people outside the team of an event that is not public.
    pub held: u32,
}

/// Registrations of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub date: NaiveDate,
    pub new: u32,
}

/// Where an event stands.
pub fn dashboard(app: &App, access: &EventAccess) -> Result<Dashboard, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = access.event();
        let counts = store::registrations::count_by_state(db, &event.id)?;
        let mails = outbox::count_by_state(db, Some(&event.id))?;
        let times = store::registrations::list_times(db, &event.id)?;
        let programme = app.programmes.get(db, &event.id)?;
        let plan = plan_figures::of(app, db, event)?;
        let without_wish = store::registrations::count(db, &event.id, &Nudge::Wish.people())?;
        let registrations = state_counts(&counts);
        let registered = usize::try_from(registrations.registered).unwrap_or_default();
        Ok(Dashboard {
            event: event.clone(),
            registrations,
            lapsed: u32::try_from(sent_forms::count_lapsed(db, &event.id)?).unwrap_or(u32::MAX),
            flood: asked_mails::flood(app, db, event)?,
            doubles: address_keys::list_doubles(db, &event.id)?,
            mails: mail_counts(&mails),
            pause: mail_pause::shown(db)?,
            held: u32::try_from(held(db, &event.id)?.len()).unwrap_or(u32::MAX),
            blocked: u32::try_from(blocked_addresses::count_of_event(db, &event.id)?).unwrap_or(u32::MAX),
            alarms: alarms_of(db, &event.id, now)?,
            days: per_day(&times, event),
            misfits: plan.count_misfits(now).meetings,
            programme,
            in_no_block: plan.in_no_block,
            planned_meetings: plan.meetings,
            missed_meetings: plan.missed,
            without_wish: usize::try_from(without_wish).unwrap_or_default(),
            without_meeting: (plan.meetings > 0).then(|| registered.saturating_sub(plan.seated)),
            last_round: rounds::latest(db, &event.id)?,
            deletion: announcements::view(db, event, now)?,
            law_is_missing: !store::legal::of_event(db, &event.id)?.missing().is_empty(),
        })
    })
}

fn of_code(counts: &[(String, i64)], code: &str) -> u32 {
    let found = counts.iter().find(|(known, _)| known == code);
    found.and_then(|(_, n)| u32::try_from(*n).ok()).unwrap_or_default()
}

fn state_counts(counts: &[(String, i64)]) -> StateCounts {
    let of = |state: RegistrationState| of_code(counts, state.code());
    StateCounts {
        invited: of(RegistrationState::Invited),
        unconfirmed: of(RegistrationState::Unconfirmed),
        awaiting_approval: of(RegistrationState::AwaitingApproval),
        registered: of(RegistrationState::Registered),
        waiting_list: of(RegistrationState::WaitingList(0)),
        rejected: of(RegistrationState::Rejected),
        cancelled: of(RegistrationState::Cancelled),
        declined: of(RegistrationState::Declined),
        unanswered: of(RegistrationState::Unanswered),
    }
}

pub(super) fn mail_counts(counts: &[(String, i64)]) -> MailCounts {
    MailCounts {
        waiting: of_code(counts, "waiting"),
        sent: of_code(counts, "sent"),
        failed: of_code(counts, "failed"),
        bounced: of_code(counts, "bounced"),
        held: of_code(counts, "held"),
    }
}

/// Counts by day in the event's zone, from the first registration on; a day without any counts 0.
fn per_day(times: &[(DateTime<Utc>, String)], event: &Event) -> Vec<Day> {
    // Who never registered did not sign up on any day.
    let never = [RegistrationState::Invited, RegistrationState::Declined, RegistrationState::Unanswered]
        .map(RegistrationState::code);
    let dates = times
        .iter()
        .filter(|(_, state)| !never.contains(&state.as_str()))
        .map(|(at, _)| at.with_timezone(&event.time_zone).date_naive());
    let mut days: Vec<Day> = Vec::new();
    for date in dates {
        while let Some(next) = days.last().and_then(|day| day.date.succ_opt()).filter(|next| *next <= date) {
            days.push(Day { date: next, new: 0 });
        }
        match days.last_mut() {
            Some(day) => day.new += 1,
            None => days.push(Day { date, new: 1 }),
        }
    }
    days
}
