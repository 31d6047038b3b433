//! When an event's personal data is deleted by itself: not before its organisers were told and 14 days have passed.

use crate::zones::Zone;
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use super::event::Event;
use super::ids::{AnnouncementId, EventId, QuestionId};

/// So many days before a deletion its organisers are told, and so many lie between the two at least.
pub const NOTICE_DAYS: u32 = 14;
/// The deletion of an event's persons can be postponed by so many days at most, and once.
pub const MOST_POSTPONED_DAYS: u32 = 30;

/// That the deletion of an event's persons was postponed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postponement {
    /// Not before this day, in the event's zone.
    pub to: NaiveDate,
    pub why: String,
}

impl Postponement {
    /// Whether the day is later than the one that the event's dates say: they may have changed since.
    pub fn counts(&self, event: &Event) -> bool {
        self.to > event.shreds_on()
    }
}

/// What organisers were told of a deletion to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    pub id: AnnouncementId,
    pub event: EventId,
    /// The question whose answers go; none for everything that tells of persons.
    pub question: Option<QuestionId>,
    pub announced_at: DateTime<Utc>,
    /// The day that they were told, in the event's zone.
    pub due_on: NaiveDate,
    /// When it was withdrawn, since the day is far ahead again.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Announcement {
    /// Whether what is due on this day may be deleted: the day has come, so has the one that was announced, and 14 days
    /// have passed since.
    pub fn lets_delete(&self, due: NaiveDate, now: DateTime<Utc>, zone: Zone) -> bool {
        let passed = now >= self.announced_at + Duration::days(i64::from(NOTICE_DAYS));
        passed && now.with_timezone(&zone).date_naive() >= due.max(self.due_on)
    }
}

/// The latest day that it is anywhere: zones are up to 14 hours ahead of UTC.
pub fn latest_today(time: DateTime<Utc>) -> NaiveDate {
    (time + Duration::hours(14)).date_naive()
}

/// The day so many days after the last day of an event. What is kept for no day at all is deleted on the day after.
pub fn days_after(last: NaiveDate, days: u32) -> NaiveDate {
    let days = Days::new(u64::from(days.max(1)));
    last.checked_add_days(days).unwrap_or(NaiveDate::MAX)
}

/// Whether it is time to announce what is due on a day; an announcement from before is withdrawn if it is not.
pub fn is_time_to_announce(due: NaiveDate, today: NaiveDate) -> bool {
    due <= days_after(today, NOTICE_DAYS)
}

/// The day to be announced for what is due on another: that one, if there are 14 days until then.
pub fn announced_day(due: NaiveDate, now: DateTime<Utc>, zone: Zone) -> NaiveDate {
    let soonest = now + Duration::days(i64::from(NOTICE_DAYS));
    due.max(soonest.with_timezone(&zone).date_naive())
}

/// The day on which what is due on a day is deleted, as far as is known today.
pub fn expected_day(due: NaiveDate, announced: Option<&Announcement>, today: NaiveDate) -> NaiveDate {
    match announced {
        Some(announced) => due.max(announced.due_on),
        None => due.max(days_after(today, NOTICE_DAYS)),
    }
}
