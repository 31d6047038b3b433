//! Import of participants: a file, what it would change, then all of it or the good rows only.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use askama::Template;

mod plan_page;
mod plan_rows;
mod typed;

use super::frame;
use crate::documents::participant_list::{Reading, Source};
use crate::documents::safe_csv;
use crate::domain::field::FIELDS;
use crate::domain::ids::UploadId;
use crate::domain::problems::{Message, Problems};
use crate::services::imports::uploads::{self, CheckedUpload};
use crate::services::imports::{
    Choices, Counts, Extent, ImportError, ImportOptions, ImportOutcome, describe,
};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::posted::{Posted, UPLOAD_MAX};
use crate::web::visit::Visit;

impl From<ImportError> for PageError {
    fn from(error: ImportError) -> PageError {
        match error {
            ImportError::File(_) | ImportError::Faulty(_) | ImportError::LastDay(_) => PageError::BadRequest,
            ImportError::Fault(fault) => fault.into(),
        }
    }
}

#[derive(Template)]
#[template(path = "organiser/imports/upload.html")]
struct UploadPage {
    page: Page,
    problems: Problems,
    action: String,
    max_megabytes: usize,
    /// What columns of fields are called.
    fields: String,
}

/// Asks for a file; after an import, says what it did.
pub async fn show(visit: Visit) -> Answer {
    upload_page(&visit, Problems::new())
}

fn upload_page(visit: &Visit, problems: Problems) -> Answer {
    let mut page = frame::part(visit, visit.access()?)?.with_problems(&problems);
    if let Some(outcome) = outcome_of(&visit.query) {
        let text = describe::outcome(page.words, &outcome).join(" ");
        page = page.with_notice(Tone::Success, text);
    }
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let upload = UploadPage {
        action: visit.path().to_string(),
        max_megabytes: UPLOAD_MAX / 1024 / 1024,
        fields: FIELDS.iter().map(|field| page.words.field(field.code)).collect::<Vec<_>>().join(", "),
        page,
        problems,
    };
    visit.show_as(status, &upload)
}

/// Keeps the file and shows what it would change.
pub async fn upload(visit: Visit) -> Answer {
    let Some(file) = visit.form.file("file").cloned() else {
        return upload_page(&visit, Problems::one("file", Message::new("problem-import-file-missing")));
    };
    let access = visit.access()?.to_change()?;
    let kept = visit.attempt(move |app| uploads::keep(app, &access, &file.file_name, &file.bytes)).await?;
    match kept {
        Ok(id) => Ok(visit.see(&format!("{}/{id}", visit.path()))),
        Err(ImportError::File(message)) => upload_page(&visit, Problems::one("file", message)),
        Err(error) => Err(error.into()),
    }
}

/// Shows what a file would change.
pub async fn plan(visit: Visit) -> Answer {
    let options = typed::options(&visit.form);
    show_plan(&visit, &options).await
}

async fn show_plan(visit: &Visit, options: &ImportOptions) -> Answer {
    let (access, id, given) = (visit.access()?.to_change()?, id(visit), options.clone());
    match visit.attempt(move |app| uploads::check(app, &access, &id, &given)).await? {
        Ok(checked) => visit.show(&plan_page::of(visit, &checked, options, None)?),
        // As it was to be read there is nothing: it is read as before, and that is said.
        Err(ImportError::File(message)) if options.choices.reading != Reading::default() => {
            let options = ImportOptions { choices: Choices::none(), ..options.clone() };
            let checked = check(visit, &options).await?;
            visit.show(&plan_page::of(visit, &checked, &options, Some(message))?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn check(visit: &Visit, options: &ImportOptions) -> Result<CheckedUpload, PageError> {
    let (access, id, options) = (visit.access()?.to_change()?, id(visit), options.clone());
    visit.run(move |app| uploads::check(app, &access, &id, &options)).await
}

/// Imports the file, shows anew what it would change with what was chosen, or gives its faulty rows.
pub async fn apply(visit: Visit) -> Answer {
    let options = typed::options(&visit.form);
    let extent = match visit.form.one("do") {
        "all" => Extent::AllRows,
        "good" => Extent::GoodRows,
        "faulty" => return faulty(&visit, &options).await,
        _ => return show_plan(&visit, &options).await,
    };
    let (access, id, given) = (visit.access()?.to_change()?, id(&visit), options.clone());
    match visit.attempt(move |app| uploads::apply(app, &access, &id, &given, extent)).await? {
        Ok(outcome) => {
            let base = format!("/organiser/events/{}/import", visit.access()?.event().slug);
            let ImportOutcome { registered, waiting, invited, changed, .. } = outcome;
            let done =
                format!("registered={registered}&waiting={waiting}&invited={invited}&changed={changed}");
            Ok(visit.see(&format!("{base}?{done}")))
        }
        Err(ImportError::LastDay(message)) => {
            let checked = check(&visit, &options).await?;
            let problems = Problems::one("answer_by", message);
            visit.show_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &plan_page::of(&visit, &checked, &options, None)?.with_problems(problems),
            )
        }
        // The event has changed since the plan was shown: show it anew.
        Err(ImportError::Faulty(_) | ImportError::File(_)) => show_plan(&visit, &options).await,
        Err(error) => Err(error.into()),
    }
}

/// The faulty rows as a file, each with its reasons, to be mended and imported.
async fn faulty(visit: &Visit, options: &ImportOptions) -> Answer {
    let checked = check(visit, options).await?;
    let words = visit.frame().words;
    let plan = &checked.plan;
    let head = (!plan.header.is_empty()).then(|| {
        let own = [words.t("import-line-title"), words.t("import-reason-title")];
        plan.header.iter().cloned().chain(own).collect::<Vec<String>>()
    });
    let width = plan.header.len();
    let rows = plan.rows.iter().filter(|row| !row.faults().is_empty()).map(|row| {
        let reasons: Vec<String> = row.faults().iter().map(|fault| words.message(&fault.message)).collect();
        let mut cells = row.cells.clone();
        cells.resize(width.max(cells.len()), String::new());
        cells.extend([row.line.to_string(), reasons.join(" ")]);
        cells
    });
    let delimiter = match plan.source {
        Source::Text { delimiter, .. } => delimiter,
        Source::Book { .. } => ';',
    };
    let file = safe_csv::write(delimiter, head.into_iter().chain(rows));
    let file = file.map_err(|error| PageError::Fault(format!("faulty rows: {error}")))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"faulty-rows.csv\""))
        .body(file))
}

fn id(visit: &Visit) -> UploadId {
    UploadId(visit.part("id").to_string())
}

/// What the import did that led here.
fn outcome_of(query: &Posted) -> Option<ImportOutcome> {
    let number = |name: &str| query.one(name).parse::<usize>().ok();
    Some(ImportOutcome {
        counts: Counts::default(),
        registered: number("registered")?,
        waiting: number("waiting")?,
        invited: number("invited").unwrap_or_default(),
        changed: number("changed")?,
        topics: 0,
    })
}
