//! The hours of their own day in which somebody meets, where people meet online from many time zones.

use std::fmt;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use super::answer::{AnswerKey, Answers, Value};
use super::country;
use super::event::{Event, Venue};
use super::field;
use super::problems::Message;
use crate::zones::Zone;

/// Half hours in a day.
const DAY: u8 = 48;

/// A stretch of the day in half hours since midnight; it may go on past the next midnight.
///
/// Invariant: `from < DAY` and `from < until <= from + DAY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    from: u8,
    until: u8,
}

impl DayHours {
    /// Those of whoever says nothing.
    pub const USUAL: DayHours = DayHours { from: 16, until: 40 };

    /// Reads when they begin and end, as two fields of a form hold it, or both in one text, as files write it: `08:00-20:00`,
    /// `9–17:30`, `8 am to 6 pm`, `18:00 bis 2:00`, `8 h à 20 h 30`.
    ///
    /// # Errors
    /// It is none of these, or not on the half hour.
    pub fn parse(raw: &[String]) -> Result<DayHours, Message> {
        let read = match raw {
            [from, until] => DayHours::between(half_hours(from), half_hours(until)),
            [both] => {
                split(both).and_then(|(from, until)| DayHours::between(half_hours(from), half_hours(until)))
            }
            _ => None,
        };
        read.ok_or_else(|| Message::new("problem-day-hours"))
    }

    /// What ends before it begins ends on the next day.
    fn between(from: Option<u8>, until: Option<u8>) -> Option<DayHours> {
        let from = from.filter(|from| *from < DAY)?;
        let until = until.filter(|until| *until != from)?;
        Some(DayHours { from, until: if until < from { until + DAY } else { until } })
    }

    /// When they begin and end, as forms write it: `08:00`, `20:00`; the end of the day is `24:00`.
    pub fn times(self) -> [String; 2] {
        let until = if self.until > DAY { self.until - DAY } else { self.until };
        [clock(self.from), clock(until)]
    }

    /// Every time at which they can begin, and every one at which they can end.
    pub fn choices() -> [Vec<String>; 2] {
        [(0..DAY).map(clock).collect(), (1..=DAY).map(clock).collect()]
    }

    fn is_whole_day(self) -> bool {
        self.until - self.from == DAY
    }

    /// Whether they hold a stretch of time as a clock shows it; one that begins on the day before may go on into it.
    fn hold(self, from: NaiveDateTime, until: NaiveDateTime) -> bool {
        if self.is_whole_day() {
            return true;
        }
        let after = |half_hours: u8| Duration::minutes(i64::from(half_hours) * 30);
        let today = from.date();
        let mut days = [Some(today), today.pred_opt()].into_iter().flatten();
        days.any(|day| {
            let midnight = day.and_time(chrono::NaiveTime::MIN);
            midnight + after(self.from) <= from && until <= midnight + after(self.until)
        })
    }
}

/// As stored and written in files: `08:00-20:00`.
impl fmt::Display for DayHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, until] = self.times();
        write!(f, "{from}-{until}")
    }
}

fn clock(half_hours: u8) -> String {
    format!("{:02}:{:02}", half_hours / 2, half_hours % 2 * 30)
}

/// A text in two at what stands between two times.
fn split(text: &str) -> Option<(&str, &str)> {
    let between = ["–", "—", "-", "bis", "to", "until", "jusqu’à", "jusqu'à", "à"];
    between.iter().find_map(|word| text.split_once(word))
}

/// A time of day in half hours: `8`, `08:00`, `8.30`, `8h30`, `8 Uhr`, `8 pm`.
fn half_hours(text: &str) -> Option<u8> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (text, later) = match text.strip_suffix("pm") {
        Some(rest) => (rest, Some(12)),
        None => text.strip_suffix("am").map_or((text.as_str(), None), |rest| (rest, Some(0))),
    };
    let text = text.trim_end_matches("uhr").trim_end_matches('h');
    let (hour, minute) = text.split_once([':', '.', 'h']).unwrap_or((text, "0"));
    let is_short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
    let hour: u8 = Some(hour).filter(|part| is_short(part))?.parse().ok()?;
    let minute: u8 = Some(minute).filter(|part| is_short(part))?.parse().ok()?;
    let hour = match later {
        Some(later) => Some(hour).filter(|hour| (1..=12).contains(hour))? % 12 + later,
        None => hour,
    };
    let half = [0, 30].iter().position(|known| *known == minute)?;
    let all = hour.checked_mul(2)?.checked_add(u8::try_from(half).ok()?)?;
    (all <= DAY).then_some(all)
}

/// What somebody said of their own time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OwnTime {
    pub zone: Option<Zone>,
    pub hours: Option<DayHours>,
}

impl OwnTime {
    /// As it stands among answers.
    pub fn of(answers: &Answers) -> OwnTime {
        let zone = match answers.get(&AnswerKey::Field(field::TIME_ZONE)) {
            Some(Value::TimeZone(zone)) => Some(*zone),
            _ => None,
        };
        let hours = match answers.get(&AnswerKey::Field(field::MEETING_HOURS)) {
            Some(Value::DayHours(hours)) => Some(*hours),
            _ => None,
        };
        OwnTime { zone, hours }
    }

    /// The zone of somebody from a country: the one they named, else that of most people there.
    pub fn known_zone(self, country: &str) -> Option<Zone> {
        self.zone.or_else(|| country::zone(country))
    }

    /// The day that somebody from a country has while an event goes on; none where everybody is at one place.
    pub fn day(self, event: &Event, country: &str) -> Option<OwnDay> {
        match event.venue {
            Venue::Onsite { .. } => None,
            Venue::Online { .. } => Some(OwnDay {
                zone: self.known_zone(country).unwrap_or(event.time_zone),
                hours: self.hours.unwrap_or(DayHours::USUAL),
            }),
        }
    }
}

/// Somebody's own clock, and the hours in which they meet by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnDay {
    /// The one that is known; else the event's.
    pub zone: Zone,
    pub hours: DayHours,
}

impl OwnDay {
    /// Whether they meet at this time.
    pub fn holds(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        let local = |at: DateTime<Utc>| at.with_timezone(&self.zone).naive_local();
        self.hours.hold(local(from), local(until))
    }
}
