//! An invitation: somebody whom an organiser has on a list is asked whether they come, and answers until a day.

use crate::zones::Zone;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};

use super::event::{Event, EventState};
use super::ids::ParticipantId;
use super::problems::Message;
use super::registration::RegistrationState;
use super::reminder;

/// So many days before its last day whoever is silent is reminded.
const REMINDED_BEFORE: Duration = Duration::days(3);
/// At this hour, in the event's zone.
const REMINDED_AT: u32 = 9;
/// Nobody is reminded who was asked less than so long before.
const LEFT_ALONE: Duration = Duration::days(2);

/// An invitation as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub participant: ParticipantId,
    pub invited_at: DateTime<Utc>,
    /// From then on it cannot be answered.
    pub ends_at: DateTime<Utc>,
    /// When whoever is silent is reminded; none if they are not, or were.
    pub remind_at: Option<DateTime<Utc>>,
    /// When it was answered, in whatever way. Whoever comes ends it by that; who declines can still accept until it ends.
    pub answered_at: Option<DateTime<Utc>>,
}

impl Invitation {
    /// One that is made now and can be answered until the end of a day.
    pub fn until(
        day: NaiveDate,
        event: &Event,
        participant: ParticipantId,
        now: DateTime<Utc>,
    ) -> Invitation {
        let remind_at = reminder::local(day - REMINDED_BEFORE, REMINDED_AT, event.time_zone);
        Invitation {
            participant,
            invited_at: now,
            ends_at: midnight_after(day, event.time_zone),
            remind_at: Some(remind_at).filter(|at| *at - now >= LEFT_ALONE),
            answered_at: None,
        }
    }

    /// The last day on which it can be answered.
    pub fn last_day(&self, zone: Zone) -> NaiveDate {
        (self.ends_at - Duration::seconds(1)).with_timezone(&zone).date_naive()
    }

    /// Whether whoever is in this state can still accept: who has not answered, and who has declined.
    pub fn can_be_accepted(&self, state: RegistrationState, now: DateTime<Utc>) -> bool {
        let open = match state {
            RegistrationState::Invited | RegistrationState::Declined => true,
            RegistrationState::Unconfirmed
            | RegistrationState::AwaitingApproval
            | RegistrationState::Registered
            | RegistrationState::WaitingList(_)
            | RegistrationState::Rejected
            | RegistrationState::Cancelled
            | RegistrationState::Unanswered => false,
        };
        open && now < self.ends_at
    }
}

fn midnight_after(day: NaiveDate, zone: Zone) -> DateTime<Utc> {
    let midnight = (day + Duration::days(1)).and_time(NaiveTime::MIN);
    // Where clocks skip midnight, the day begins with its first moment.
    zone.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// Whether people can be invited to answer until a day: not to a draft, whose page they cannot open, and on no day that is over
/// or after the event.
pub fn check_last_day(day: NaiveDate, event: &Event, now: DateTime<Utc>) -> Result<(), Message> {
    if event.state == EventState::Draft {
        return Err(Message::new("problem-invitation-draft"));
    }
    if midnight_after(day, event.time_zone) <= now {
        return Err(Message::new("problem-invitation-past"));
    }
    if day > event.ends_on {
        return Err(Message::new("problem-invitation-late"));
    }
    Ok(())
}
