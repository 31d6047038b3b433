//! Dates and times as a language writes them, in the event's time zone.
//!
//! Invariant: times are UTC in code and database; a zone appears only where somebody reads or writes them.

use crate::zones::Zone;
use chrono::{DateTime, Datelike, Locale, NaiveDate, Offset, Utc};

use super::Words;
use crate::domain::lang::Lang;

/// A time zone at a moment, as people say it: `CET, UTC+1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneName(pub String);

impl Words {
    fn locale(&self) -> Locale {
        match self.lang {
            Lang::De => Locale::de_DE,
            Lang::En => Locale::en_GB,
            Lang::Fr => Locale::fr_FR,
        }
    }

    /// `11 November 2020`, `11. November 2020`, `11 novembre 2020`.
    pub fn date(&self, date: NaiveDate) -> String {
        let pattern = match self.lang {
            Lang::De => "%-d. %B %Y",
            Lang::En | Lang::Fr => "%-d %B %Y",
        };
        date.format_localized(pattern, self.locale()).to_string()
    }

    /// `Wednesday, 11 November 2020`.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let pattern = match self.lang {
            Lang::De => "%A, %-d. %B %Y",
            Lang::En => "%A, %-d %B %Y",
            Lang::Fr => "%A %-d %B %Y",
        };
        date.format_localized(pattern, self.locale()).to_string()
    }

    /// `Tue 12 January`, `Di, 12. Januar`, `mar. 12 janvier`.
    pub fn short_date(&self, date: NaiveDate) -> String {
        let pattern = match self.lang {
            Lang::De => "%a, %-d. %B",
            Lang::En | Lang::Fr => "%a %-d %B",
        };
        date.format_localized(pattern, self.locale()).to_string()
    }

    /// First and last day of an event: `11 November 2020`, `11–12 November 2020`, `30 November – 2 December 2020`.
    pub fn date_range(&self, from: NaiveDate, to: NaiveDate) -> String {
        let day = if self.lang == Lang::De { "%-d." } else { "%-d" };
        let shortened = |pattern: &str| from.format_localized(pattern, self.locale()).to_string();
        if from == to {
            self.date(from)
        } else if from.year() != to.year() {
            format!("{} – {}", self.date(from), self.date(to))
        } else if from.month() != to.month() {
            format!("{} – {}", shortened(&format!("{day} %B")), self.date(to))
        } else {
            format!("{}–{}", shortened(day), self.date(to))
        }
    }

    /// `14:20`, in the zone.
    pub fn time(&self, at: DateTime<Utc>, zone: Zone) -> String {
        at.with_timezone(&zone).format("%H:%M").to_string()
    }

    /// `14:20–14:40`, in the zone.
    pub fn time_range(&self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Zone) -> String {
        format!("{}–{}", self.time(from, zone), self.time(to, zone))
    }

    /// `Wednesday, 11 November 2020, 14:20–14:40`, in the zone.
    pub fn day_and_time(&self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Zone) -> String {
        let day = self.long_date(from.with_timezone(&zone).date_naive());
        format!("{day}, {}", self.time_range(from, to, zone))
    }

    /// `11 November 2020, 14:20`, in the zone.
    pub fn moment(&self, at: DateTime<Utc>, zone: Zone) -> String {
        format!("{}, {}", self.date(at.with_timezone(&zone).date_naive()), self.time(at, zone))
    }

    /// The zone's name and distance from UTC at a moment: `MEZ, UTC+1` in German, `CET, UTC+1` else.
    pub fn zone(&self, at: DateTime<Utc>, zone: Zone) -> ZoneName {
        let local = at.with_timezone(&zone);
        let abbreviation = local.format("%Z").to_string();
        let name = match (self.lang, abbreviation.as_str()) {
            (Lang::De, "CET") => "MEZ",
            (Lang::De, "CEST") => "MESZ",
            (_, other) => other,
        };
        let minutes = local.offset().fix().local_minus_utc() / 60;
        let sign = if minutes < 0 { '−' } else { '+' };
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let distance = match (hours, rest) {
            (0, 0) => "UTC".to_string(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
        };
        // Zones without letters of their own are named by their distance alone.
        if name.starts_with(['+', '-']) || name == distance {
            ZoneName(distance)
        } else {
            ZoneName(format!("{name}, {distance}"))
        }
    }
}
