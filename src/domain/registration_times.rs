//! From when until when people can register. Closing ends nothing that was begun: a form can still be sent for a while, and
//! whoever waits goes on waiting.

use crate::zones::Zone;
use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, TimeZone, Utc};

use super::problems::{Message, Problems};
use super::text;

/// How long after the end a form can be sent that was begun before, in minutes.
pub const GRACE_MINUTES: i64 = 60;

/// When the registration opens and closes; without a time it is open from the start, or to the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegistrationTimes {
    pub opens_at: Option<DateTime<Utc>>,
    pub closes_at: Option<DateTime<Utc>>,
}

impl RegistrationTimes {
    /// Whether it is still to open.
    pub fn is_before(&self, now: DateTime<Utc>) -> bool {
        self.opens_at.is_some_and(|opens| now < opens)
    }

    /// Whether it is open.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        !self.is_before(now) && self.closes_at.is_none_or(|closes| now < closes)
    }

    /// Whether a form can be sent that was begun while it was open.
    pub fn takes_begun(&self, now: DateTime<Utc>) -> bool {
        let last = self.closes_at.map(|closes| closes + Duration::minutes(GRACE_MINUTES));
        !self.is_before(now) && last.is_none_or(|last| now < last)
    }

    /// Reads what was typed, in the zone of the event.
    ///
    /// # Errors
    /// What is wrong, at the fields `registration_opens` and `registration_closes`.
    pub fn parse(opens: &str, closes: &str, zone: Zone) -> Result<RegistrationTimes, Problems> {
        let mut problems = Problems::new();
        let opens_at = problems.take("registration_opens", moment(opens, zone)).flatten();
        let closes_at = problems.take("registration_closes", moment(closes, zone)).flatten();
        if opens_at.zip(closes_at).is_some_and(|(opens, closes)| closes <= opens) {
            problems.add("registration_closes", Message::new("problem-registration-closes-first"));
        }
        if problems.is_empty() { Ok(RegistrationTimes { opens_at, closes_at }) } else { Err(problems) }
    }
}

/// A time as the form shows it.
pub fn typed(at: Option<DateTime<Utc>>, zone: Zone) -> String {
    at.map(|at| at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

/// A time as browsers send it (`2027-03-01T12:00`) or as people type it (`1.3.2027 12:00`); none if nothing was typed.
pub fn moment(raw: &str, zone: Zone) -> Result<Option<DateTime<Utc>>, Message> {
    let text = text::line(raw);
    if text.is_empty() {
        return Ok(None);
    }
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M"];
    let local = forms.into_iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok());
    match local.map(|local| zone.from_local_datetime(&local)) {
        Some(LocalResult::Single(at) | LocalResult::Ambiguous(at, _)) => Ok(Some(at.to_utc())),
        // An hour that the clocks leave out, or no time at all.
        Some(LocalResult::None) | None => Err(Message::new("problem-moment")),
    }
}
