//! The entries of a calendar file (RFC 5545), as far as an agenda has something of the kind.

use crate::zones::Zone;
use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};

use super::{AgendaList, Column, Entry};
use crate::documents::content_lines::{Line, unfolded};
use crate::domain::problems::Message;

/// Whether a file is a calendar.
pub(super) fn is_calendar(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..64.min(bytes.len())).unwrap_or_default()).to_uppercase();
    start.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR")
}

/// The entries; times are told in a zone.
pub(super) fn read(bytes: &[u8], zone: Zone) -> AgendaList {
    let text = String::from_utf8_lossy(bytes);
    let mut entries = Vec::new();
    let lines = unfolded(text.trim_start_matches('\u{feff}'));
    let mut open: Option<(usize, Vec<Line<'_>>)> = None;
    // Parts within an entry, as its alarms, say nothing of it.
    let mut inner = 0_usize;
    for (line, property) in lines.iter().filter_map(|(at, line)| Some((*at, Line::parse(line)?))) {
        let value = property.value.to_uppercase();
        match (property.name.as_str(), value.as_str(), &mut open) {
            ("BEGIN", "VEVENT", None) => (open, inner) = (Some((line, Vec::new())), 0),
            ("BEGIN", _, Some(_)) => inner += 1,
            ("END", "VEVENT", Some(_)) => {
                entries.extend(open.take().map(|(line, properties)| entry(line, &properties, zone)));
            }
            ("END", _, Some(_)) => inner = inner.saturating_sub(1),
            (_, _, Some((_, properties))) if inner == 0 => properties.push(property),
            _ => {}
        }
    }
    AgendaList { entries, unknown: Vec::new() }
}

fn entry(line: usize, properties: &[Line<'_>], zone: Zone) -> Entry {
    let find = |name: &str| properties.iter().find(|one| one.name == name);
    let mut cells = Vec::new();
    let plain = [
        ("UID", Column::Uid),
        ("SUMMARY", Column::Title),
        ("DESCRIPTION", Column::Text),
        ("LOCATION", Column::Place),
        ("URL", Column::Link),
    ];
    for (name, column) in plain {
        if let Some(found) = find(name) {
            cells.push((column, None, unescaped(found.value)));
        }
    }
    let starts = find("DTSTART").and_then(|one| moment(one, zone));
    let ends = find("DTEND").and_then(|one| moment(one, zone));
    let lasts = find("DURATION").and_then(|one| duration(one.value));
    let ends = ends.or_else(|| Some(starts? + lasts?));
    for (column, at) in [(Column::Start, starts), (Column::End, ends)] {
        let local = at.map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string());
        cells.push((column, None, local.unwrap_or_default()));
    }
    let is_cancelled = find("STATUS").is_some_and(|one| one.value.eq_ignore_ascii_case("CANCELLED"));
    let fault = if is_cancelled {
        Some("problem-agenda-cancelled")
    } else if find("RRULE").is_some() || find("RDATE").is_some() {
        Some("problem-agenda-repeats")
    } else {
        None
    };
    Entry { line, cells, fault: fault.map(Message::new) }
}

/// A date and time; a day alone is none. A zone that is not known is taken for the event's own.
fn moment(property: &Line<'_>, zone: Zone) -> Option<DateTime<Utc>> {
    let value = property.value.trim();
    let local = NaiveDateTime::parse_from_str(value.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
    if value.ends_with('Z') {
        return Some(local.and_utc());
    }
    let told = property.parameter("TZID").trim_start_matches('/').parse::<Zone>();
    told.unwrap_or(zone).from_local_datetime(&local).earliest().map(|at| at.to_utc())
}

/// A length as `PT1H30M` or `P1DT2H`.
fn duration(value: &str) -> Option<Duration> {
    let (mut seconds, mut number) = (0_i64, String::new());
    for c in value.trim().trim_start_matches('+').chars() {
        let unit = match c {
            'P' | 'T' => continue,
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let count: i64 = number.parse().ok().filter(|count| *count < 100_000)?;
        seconds += count * unit;
        number.clear();
    }
    (seconds > 0).then(|| Duration::seconds(seconds))
}

/// A text as it was before it was written (RFC 5545, 3.3.11).
fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            other => out.push(other),
        }
    }
    out.trim().to_string()
}
