//! The participants whom the list's filter finds, as a CSV file in the organiser's language.

use super::frame::{part, state_word};
use super::participants::listing;
use crate::documents::safe_csv;
use crate::domain::answer::{Asked, Value, asked};
use crate::domain::lang::Lang;
use crate::services::participant_export::{self, Export, Exported};
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The file.
pub async fn csv(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let (asked, name) = (listing(&visit), format!("{}-participants.csv", access.event().slug));
    let found = visit.run(move |app| participant_export::export(app, &own, &asked)).await?;
    let page = part(&visit, access)?;
    let rows =
        std::iter::once(header(&page, &found)).chain(found.rows.iter().map(|one| row(&page, &found, one)));
    csv_file(&page, &name, rows)
}

/// A file of rows that is downloaded under a name.
pub(super) fn csv_file(page: &Page, name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    // What spreadsheets expect where people write decimals with a comma.
    let delimiter = if page.lang == Lang::En { ',' } else { ';' };
    let file = safe_csv::write(delimiter, rows).map_err(|error| PageError::Fault(error.to_string()))?;
    Ok(download::answer("text/csv; charset=utf-8", name, file))
}

fn header(page: &Page, found: &Export) -> Vec<String> {
    let first = found.event.first_language();
    let keys = [
        "fact-mail-language",
        "fact-max-meetings",
        "print-reference",
        "participants-state",
        "fact-since",
        "fact-listed",
        "participants-came",
    ];
    let questions = asked(&found.programme);
    let mut cells: Vec<String> = questions.iter().map(|question| page.words.label(question, first)).collect();
    cells.extend(keys.map(|key| page.t(key)));
    for purpose in &found.purposes {
        let name = page.t(&format!("consent-{}", purpose.code()));
        let of = |key: &str| page.t1(key, "consent", &name);
        cells.extend([name.clone(), of("export-consent-text"), of("export-consent-language")]);
        cells.push(of("export-consent-time"));
    }
    cells
}

fn row(page: &Page, found: &Export, one: &Exported) -> Vec<String> {
    let event = &found.event;
    let profile = &one.participant.profile;
    let yes_no = |yes: bool| page.t(if yes { "yes" } else { "no" });
    let answer = |question: &Asked<'_>| {
        let value = profile.person.answer(&question.key)?;
        if let Value::Date(date) = value {
            // As spreadsheets sort it, and as an import reads it.
            return Some(date.to_string());
        }
        Some(page.words.answer(&value, &question.choices, event.first_language()))
    };
    let mut cells: Vec<String> =
        asked(&found.programme).iter().map(|question| answer(question).unwrap_or_default()).collect();
    cells.extend([
        profile.lang.own_name().to_string(),
        profile.attendance.max_meetings.to_string(),
        one.registration.code.clone(),
        state_word(page, one.registration.state),
        local(found, one.registration.created_at),
        yes_no(profile.listed),
        one.came.as_ref().map(|came| local(found, came.at)).unwrap_or_default(),
    ]);
    for purpose in &found.purposes {
        match one.agreement(*purpose) {
            Some(given) => cells.extend([
                yes_no(true),
                given.text_version.clone(),
                given.lang.own_name().to_string(),
                local(found, given.at),
            ]),
            None => cells.extend([yes_no(false), String::new(), String::new(), String::new()]),
        }
    }
    cells
}

/// A time that spreadsheets sort: `2026-11-22 14:05`, in the event's zone.
fn local(found: &Export, at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&found.event.time_zone).format("%Y-%m-%d %H:%M").to_string()
}
