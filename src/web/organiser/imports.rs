//! Import of participants: a file, what it would change, then all of it or the good rows only.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use askama::Template;

use super::frame;
use crate::documents::safe_csv;
use crate::domain::field::FIELDS;
use crate::domain::ids::UploadId;
use crate::domain::problems::{Message, Problems};
use crate::services::imports::uploads::{self, CheckedUpload};
use crate::services::imports::{
    Counts, Extent, ImportError, ImportMail, ImportOptions, ImportOutcome, PlannedRow, RowOutcome,
    UnknownTopics, describe,
};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::posted::{Posted, UPLOAD_MAX};
use crate::web::visit::Visit;

/// Most rows of a kind that the page shows.
const MOST_SHOWN: usize = 200;

impl From<ImportError> for PageError {
    fn from(error: ImportError) -> PageError {
        match error {
            ImportError::File(_) | ImportError::Faulty(_) => PageError::BadRequest,
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
    adds_topics: bool,
    mails: bool,
    max_megabytes: usize,
    /// What columns of fields are called.
    fields: String,
}

#[derive(Template)]
#[template(path = "organiser/imports/plan.html")]
struct PlanPage {
    page: Page,
    /// Address of this page, without its query.
    url: String,
    file_name: String,
    facts: String,
    counts: Counts,
    new_topics: Option<String>,
    adds_topics: bool,
    mails: bool,
    sections: Vec<Section>,
}

/// The rows of one kind.
struct Section {
    title: String,
    /// What the last column tells.
    tells: String,
    rows: Vec<Line>,
    /// How many more there are.
    more: usize,
}

struct Line {
    place: String,
    who: String,
    told: String,
}

impl PlanPage {
    /// How many rows can be imported.
    fn good(&self) -> usize {
        self.counts.new + self.counts.changed
    }
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
        adds_topics: visit.form.has("topics"),
        mails: visit.form.has("mail"),
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
        Ok(id) => Ok(visit.see(&format!("{}/{id}?{}", visit.path(), query(&options(&visit.form))))),
        Err(ImportError::File(message)) => upload_page(&visit, Problems::one("file", message)),
        Err(error) => Err(error.into()),
    }
}

/// Shows what a file would change.
pub async fn plan(visit: Visit) -> Answer {
    let options = options(&visit.query);
    let checked = check(&visit, options).await?;
    visit.show(&plan_page(&visit, &checked, &options)?)
}

async fn check(visit: &Visit, options: ImportOptions) -> Result<CheckedUpload, PageError> {
    let (access, id) = (visit.access()?.to_change()?, id(visit));
    visit.run(move |app| uploads::check(app, &access, &id, &options)).await
}

fn plan_page(visit: &Visit, checked: &CheckedUpload, options: &ImportOptions) -> Result<PlanPage, PageError> {
    let page = frame::below(visit, visit.access()?, "nav-import", "/import")?;
    let CheckedUpload { file_name, plan } = checked;
    Ok(PlanPage {
        url: visit.path().to_string(),
        file_name: file_name.clone(),
        facts: describe::file(page.words, plan),
        counts: plan.counts(),
        new_topics: describe::new_topics(page.words, plan),
        adds_topics: options.topics == UnknownTopics::Add,
        mails: options.mail == ImportMail::NewParticipants,
        sections: sections(&page, &plan.rows),
        page,
    })
}

/// The kinds of rows that there are, faulty ones first.
fn sections(page: &Page, rows: &[PlannedRow]) -> Vec<Section> {
    let fault_lines = rows.iter().flat_map(|row| {
        row.faults().iter().map(move |fault| Line {
            place: describe::place(page.words, row, fault),
            who: row.who.clone(),
            told: page.message(&fault.message),
        })
    });
    let of = |kind: fn(&RowOutcome) -> bool| {
        rows.iter().filter(move |row| kind(&row.outcome)).map(|row| Line {
            place: page.t1("import-row-at", "line", row.line),
            who: row.who.clone(),
            told: describe::change(page.words, row),
        })
    };
    let all = [
        section(page, "faulty", fault_lines.collect()),
        section(page, "changed", of(|outcome| matches!(outcome, RowOutcome::Changed(_))).collect()),
        section(page, "new", of(|outcome| *outcome == RowOutcome::New).collect()),
        section(page, "same", of(|outcome| *outcome == RowOutcome::Same).collect()),
    ];
    all.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

fn section(page: &Page, kind: &str, mut rows: Vec<Line>) -> Section {
    let more = rows.len().saturating_sub(MOST_SHOWN);
    rows.truncate(MOST_SHOWN);
    Section {
        title: page.t(&format!("import-rows-{kind}")),
        tells: page.t(&format!("import-tells-{kind}")),
        rows,
        more,
    }
}

/// Imports the file.
pub async fn apply(visit: Visit) -> Answer {
    let extent = if visit.form.one("extent") == "good" { Extent::GoodRows } else { Extent::AllRows };
    let options = options(&visit.form);
    let (access, id) = (visit.access()?.to_change()?, id(&visit));
    match visit.attempt(move |app| uploads::apply(app, &access, &id, &options, extent)).await? {
        Ok(outcome) => {
            let base = format!("/organiser/events/{}/import", visit.access()?.event().slug);
            let ImportOutcome { registered, waiting, changed, .. } = outcome;
            Ok(visit.see(&format!("{base}?registered={registered}&waiting={waiting}&changed={changed}")))
        }
        // The event has changed since the plan was shown: show it anew.
        Err(ImportError::Faulty(_)) => Ok(visit.see(&format!("{}?{}", visit.path(), query(&options)))),
        Err(error) => Err(error.into()),
    }
}

/// The faulty rows as a file, each with its reasons, to be mended and imported.
pub async fn faulty(visit: Visit) -> Answer {
    let checked = check(&visit, options(&visit.query)).await?;
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
    let file = safe_csv::write(plan.delimiter, head.into_iter().chain(rows));
    let file = file.map_err(|error| PageError::Fault(format!("faulty rows: {error}")))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"faulty-rows.csv\""))
        .body(file))
}

fn id(visit: &Visit) -> UploadId {
    UploadId(visit.part("id").to_string())
}

/// The ticks of a form, or of the query that repeats them.
fn options(posted: &Posted) -> ImportOptions {
    ImportOptions {
        topics: if posted.has("topics") { UnknownTopics::Add } else { UnknownTopics::Refuse },
        mail: if posted.has("mail") { ImportMail::NewParticipants } else { ImportMail::Nobody },
    }
}

fn query(options: &ImportOptions) -> String {
    let topics = (options.topics == UnknownTopics::Add).then_some("topics=yes");
    let mail = (options.mail == ImportMail::NewParticipants).then_some("mail=yes");
    topics.into_iter().chain(mail).collect::<Vec<_>>().join("&")
}

/// What the import did that led here.
fn outcome_of(query: &Posted) -> Option<ImportOutcome> {
    let number = |name: &str| query.one(name).parse::<usize>().ok();
    Some(ImportOutcome {
        counts: Counts::default(),
        registered: number("registered")?,
        waiting: number("waiting")?,
        changed: number("changed")?,
        topics: 0,
    })
}
