//! What organisers print, in the event's language: the plan of the tables and the list for the door.

use chrono::{DateTime, Utc};

use super::frame::name_and_below;
use crate::documents::print::lists::{self, Head, Lists, Part};
use crate::domain::event::{Event, Programme, Venue};
use crate::services::printouts::{self, Expected, PlannedPair};
use crate::web::error::Answer;
use crate::web::pdf;
use crate::web::visit::Visit;
use crate::words::Words;

/// Least height of a row in points, and of one that somebody signs.
const ROW: f32 = 20.0;
const SIGNED_ROW: f32 = 30.0;

/// The plan of the tables.
pub async fn tables(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let (event, now) = (access.event().clone(), visit.app().clock.now());
    let name = format!("{}-tables", event.slug);
    let (pairs, lists) = visit.run(move |app| printouts::table_plan(app, &access)).await?;
    let file = visit.run(move |_| lists::pdf(&table_plan(&event, (&pairs, &lists), now))).await?;
    Ok(pdf::answer(&name, file))
}

/// The list for the door.
pub async fn door(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let (event, now) = (access.event().clone(), visit.app().clock.now());
    let name = format!("{}-door-list", event.slug);
    let lang = event.first_language();
    let rows = visit.run(move |app| printouts::door_list(app, &access, lang)).await?;
    let file = visit.run(move |_| lists::pdf(&door_list(&event, &rows, now))).await?;
    Ok(pdf::answer(&name, file))
}

fn table_plan(event: &Event, (pairs, lists): (&[PlannedPair], &Programme), now: DateTime<Utc>) -> Lists {
    let words = Words::of(event.first_language());
    let onsite = matches!(event.venue, Venue::Onsite { .. });
    let is_interpreted = pairs.iter().any(|pair| pair.meeting.interpreter.is_some());
    let mut parts: Vec<Part> = Vec::new();
    for pair in pairs {
        let title = words.day_and_time(pair.meeting.starts_at, pair.meeting.ends_at, event.time_zone);
        let [one, other] = pair
            .people
            .each_ref()
            .map(|person| cell(words, &person.name, &person.organisation, &person.country));
        let table =
            pair.meeting.table.map(|number| words.table_in_list(&lists.floor, number)).unwrap_or_default();
        let interpreter = lists.interpreting.name(pair.meeting.interpreter.as_ref()).unwrap_or_default();
        let mut row = vec![
            table.splitn(2, ", ").map(str::to_string).collect(),
            one,
            vec![String::new(), words.t("print-and")],
            other,
        ];
        if is_interpreted {
            row.push(vec![interpreter.to_string()]);
        }
        if !onsite {
            row.remove(0);
        }
        match parts.last_mut().filter(|part| part.title == title) {
            Some(part) => part.rows.push(row),
            None => parts.push(Part { title, rows: vec![row], row_height: ROW }),
        }
    }
    let head = |label: String, share: f32| Head { label, share };
    // A name needs more room than a number.
    let table = if lists.floor.tables.is_empty() { 0.1 } else { 0.2 };
    let by = if is_interpreted { 0.18 } else { 0.0 };
    let person = (0.94 - table - by) / 2.0;
    let mut heads = vec![
        head(words.t("print-table"), table),
        head(words.t("print-people"), person),
        head(String::new(), 0.06),
        head(String::new(), person),
    ];
    if is_interpreted {
        heads.push(head(words.t("round-interpreter"), by));
    }
    if !onsite {
        heads.remove(0);
    }
    Lists {
        title: words.t(if onsite { "print-tables-title" } else { "print-rooms-title" }),
        summary: words.t1("print-tables-summary", "count", pairs.len()),
        heads,
        parts,
        ..frame(event, words, now)
    }
}

fn door_list(event: &Event, rows: &[Expected], now: DateTime<Utc>) -> Lists {
    let words = Words::of(event.first_language());
    let asks_photos = rows.iter().any(|row| row.photos.is_some());
    let row = |row: &Expected| {
        let who = cell(words, &row.name, &row.organisation, &row.country);
        let mut cells = vec![who, vec![row.code.clone()]];
        if let Some(agrees) = row.photos {
            // Only the exception is said: it is what somebody with a camera looks for.
            cells.push(vec![if agrees { String::new() } else { words.t("print-no-photos") }]);
        }
        cells.push(vec![String::new()]);
        cells
    };
    let head = |label: String, share: f32| Head { label, share };
    let mut heads = vec![
        head(words.t("print-name"), if asks_photos { 0.42 } else { 0.5 }),
        head(words.t("print-reference"), 0.16),
        head(words.t("print-signature"), if asks_photos { 0.28 } else { 0.34 }),
    ];
    if asks_photos {
        heads.insert(2, head(words.t("print-photos"), 0.14));
    }
    Lists {
        title: words.t("print-door-title"),
        summary: words.t1("print-door-summary", "count", rows.len()),
        heads,
        parts: vec![Part {
            title: String::new(),
            rows: rows.iter().map(row).collect(),
            row_height: SIGNED_ROW,
        }],
        ..frame(event, words, now)
    }
}

/// What every list of an event has.
fn frame(event: &Event, words: Words, now: DateTime<Utc>) -> Lists {
    Lists {
        lang: words.lang,
        accent: event.accent.clone(),
        event: event.name_in(words.lang).to_string(),
        title: String::new(),
        summary: String::new(),
        heads: Vec::new(),
        parts: Vec::new(),
        footer: words.t1("print-made", "moment", words.moment(now, event.time_zone)),
        now,
    }
}

/// Somebody in a table: name, and organisation with country below it.
fn cell(words: Words, name: &str, organisation: &str, code: &str) -> Vec<String> {
    let (name, below) = name_and_below(words.lang, name, organisation, code);
    vec![name, below]
}
