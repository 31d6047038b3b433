//! The agenda as a file, and from a file: what it would do first, then the button that does it.

use actix_web::http::StatusCode;
use askama::Template;

use super::agenda::LIST;
use super::blocks::member_choices;
use super::breaks;
use super::export::csv_file;
use super::frame::{address, below, problems_of};
use super::lists::lists;
use crate::domain::agenda_file::{Fate, Meant};
use crate::domain::event::{Event, MeetingBlock, ParticipantType, Session};
use crate::domain::ids::UploadId;
use crate::domain::lang::Localised;
use crate::domain::problems::{Message, Problems};
use crate::services::agenda_files::{self, AgendaPlan, AgendaRow, Applied};
use crate::services::attendance::Members;
use crate::services::events::EditError;
use crate::services::revising::Saved;
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::posted::UPLOAD_MAX;
use crate::web::visit::Visit;

/// The agenda as a table.
pub async fn csv(visit: Visit) -> Answer {
    let access = visit.access()?;
    let event = access.event().clone();
    let found = visit.run(move |app| agenda_files::exported(app, &event)).await?;
    let event = access.event();
    let page = below(&visit, access, LIST.nav, LIST.end)?;
    let uid = |id: &str| format!("{id}@{}", found.origin.host);
    let mut rows: Vec<_> = found
        .lists
        .sessions
        .iter()
        .map(|one| (one.starts_at, session_row(&page, event, &found.lists.types, one, uid(one.id.as_str()))))
        .chain(
            found.lists.blocks.iter().map(|one| (one.starts_at, block_row(event, one, uid(one.id.as_str())))),
        )
        .collect();
    rows.sort_by_key(|(at, _)| *at);
    let name = format!("{}-agenda.csv", event.slug);
    csv_file(&page, &name, std::iter::once(header(&page, event)).chain(rows.into_iter().map(|(_, row)| row)))
}

fn header(page: &Page, event: &Event) -> Vec<String> {
    let plain = |key: &str| page.t(&format!("agenda-column-{key}"));
    let in_all =
        |key: &str| event.languages.iter().map(|lang| format!("{} ({lang})", plain(key))).collect::<Vec<_>>();
    let mut all = vec![plain("start"), plain("end")];
    all.extend(in_all("title"));
    all.extend(in_all("text"));
    let rest =
        ["speakers", "language", "place", "link", "places", "types", "minutes", "pause", "count", "uid"];
    all.extend(rest.map(plain));
    all
}

fn local(event: &Event, at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&event.time_zone).format("%Y-%m-%d %H:%M").to_string()
}

fn in_all(event: &Event, label: &Localised) -> Vec<String> {
    event.languages.iter().map(|lang| label.exact(*lang).unwrap_or_default().to_string()).collect()
}

fn session_row(
    page: &Page,
    event: &Event,
    types: &[ParticipantType],
    session: &Session,
    uid: String,
) -> Vec<String> {
    let mut row = vec![local(event, session.starts_at), local(event, session.ends_at)];
    row.extend(in_all(event, &session.title));
    row.extend(in_all(event, &session.description));
    let kinds = types.iter().filter(|kind| session.types.contains(&kind.id));
    let kinds = kinds.map(|kind| kind.label.get(page.lang, event.first_language()).to_string());
    let invited = session.by_invitation.then(|| page.t("session-by-invitation"));
    let kinds: Vec<String> = kinds.chain(invited).collect();
    row.extend([
        session.speakers.clone(),
        session.language.clone().unwrap_or_default(),
        session.place.clone(),
        session.link.as_ref().map(|link| link.as_str().to_string()).unwrap_or_default(),
        session.places.map(|places| places.to_string()).unwrap_or_default(),
        kinds.join("; "),
        String::new(),
        String::new(),
        String::new(),
        uid,
    ]);
    row
}

fn block_row(event: &Event, block: &MeetingBlock, uid: String) -> Vec<String> {
    let mut row = vec![local(event, block.starts_at), local(event, block.ends_at())];
    row.extend(in_all(event, &block.label));
    row.extend(event.languages.iter().map(|_| String::new()));
    row.extend(std::iter::repeat_n(String::new(), 6));
    row.extend([block.slot_minutes, block.pause_minutes, block.slot_count].map(|n| n.to_string()));
    row.push(uid);
    row
}

/// The agenda as a calendar file in the event's first language.
pub async fn ics(visit: Visit) -> Answer {
    let event = visit.access()?.event().clone();
    let (lang, name) = (event.first_language(), format!("{}-agenda.ics", event.slug));
    let file = visit.run(move |app| agenda_files::calendar(app, &event, lang, true)).await?;
    Ok(download::answer(download::CALENDAR, &name, file))
}

#[derive(Template)]
#[template(path = "organiser/agenda_upload.html")]
struct UploadPage {
    page: Page,
    problems: Problems,
    action: String,
    max_megabytes: usize,
    csv_url: String,
    back: String,
}

/// Asks for a file.
pub async fn show(visit: Visit) -> Answer {
    upload_page(&visit, Problems::new())
}

fn upload_page(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let page = below(visit, access, LIST.nav, LIST.end)?.with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = UploadPage {
        action: visit.path().to_string(),
        max_megabytes: UPLOAD_MAX / 1024 / 1024,
        csv_url: address(access.event(), "/agenda.csv"),
        back: address(access.event(), LIST.end),
        page,
        problems,
    };
    visit.show_as(status, &template)
}

/// Keeps the file and shows what it would do.
pub async fn upload(visit: Visit) -> Answer {
    let Some(file) = visit.form.file("file").cloned() else {
        return upload_page(&visit, Problems::one("file", Message::new("problem-import-file-missing")));
    };
    let change = visit.access()?.to_change()?;
    match visit.attempt(move |app| agenda_files::keep(app, &change, &file.file_name, &file.bytes)).await? {
        Ok(id) => Ok(visit.see(&format!("{}/{id}", visit.path()))),
        Err(error) => upload_page(&visit, problems_of(error)?),
    }
}

#[derive(Template)]
#[template(path = "organiser/agenda_plan.html")]
struct PlanPage {
    page: Page,
    problems: Problems,
    /// How many entries have each fate, in a sentence.
    counts: Vec<String>,
    /// Columns that mean nothing here.
    unknown: String,
    rows: Vec<Row>,
    /// Who is in new blocks; empty where there is none.
    members: Vec<Choice>,
    seen: String,
    /// How many entries are stored.
    count: usize,
    button: String,
    action: String,
    back: String,
}

struct Row {
    line: usize,
    start: String,
    title: String,
    word: String,
    class: &'static str,
    /// Why it is not understood, or what of it changes.
    why: String,
}

fn id(visit: &Visit) -> UploadId {
    UploadId(visit.part("id").to_string())
}

/// What the file would do.
pub async fn plan(visit: Visit) -> Answer {
    show_plan(&visit, Problems::new()).await
}

async fn show_plan(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(visit));
    let plan = match visit.attempt(move |app| agenda_files::plan(app, &change, &id)).await? {
        Ok(plan) => plan,
        Err(error) => return upload_page(visit, problems_of(error)?),
    };
    let lists = lists(visit).await?;
    let page = below(visit, access, LIST.nav, LIST.end)?.with_problems(&problems);
    let count = plan.count("new") + plan.count("changed");
    let brings_block = plan.rows.iter().any(|row| matches!(row.fate, Fate::New(Meant::Block(_))));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = PlanPage {
        counts: counts(&page, &plan),
        unknown: plan.unknown.join(", "),
        rows: plan.rows.iter().map(|row| row_of(&page, row)).collect(),
        members: if brings_block { member_choices(visit, &page, access.event(), &lists) } else { Vec::new() },
        seen: plan.fingerprint(),
        count,
        button: page.t1("agenda-file-do", "count", count),
        action: visit.path().to_string(),
        back: address(access.event(), "/agenda/import"),
        problems,
        page,
    };
    visit.show_as(status, &template)
}

fn counts(page: &Page, plan: &AgendaPlan) -> Vec<String> {
    let codes = ["new", "changed", "same", "faulty"];
    let found = codes.into_iter().map(|code| (code, plan.count(code))).filter(|(_, count)| *count > 0);
    found.map(|(code, count)| page.t1(&format!("agenda-file-count-{code}"), "count", count)).collect()
}

fn row_of(page: &Page, row: &AgendaRow) -> Row {
    let why = match &row.fate {
        Fate::Faulty(problems) => {
            let mut told: Vec<String> =
                problems.iter().map(|problem| page.words.message(&problem.message)).collect();
            // A time that is wrong is wrong for start and end.
            told.dedup();
            told.join(" ")
        }
        Fate::Changed(_, columns) => {
            let names = columns.iter().map(|column| page.t(&format!("agenda-column-{column}")));
            names.collect::<Vec<_>>().join(", ")
        }
        Fate::New(_) | Fate::Same => String::new(),
    };
    Row {
        line: row.line,
        start: row.start.clone(),
        title: row.title.clone(),
        word: page.t(&format!("agenda-file-{}", row.fate.code())),
        class: match row.fate {
            Fate::New(_) => "good",
            Fate::Changed(..) => "waiting",
            Fate::Same => "",
            Fate::Faulty(_) => "bad",
        },
        why,
    }
}

/// Makes the change.
pub async fn apply(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id, accepted) = (access.to_change()?, id(&visit), visit.accepted());
    let seen = visit.form.one("seen").to_string();
    let members = Members::parse(visit.form.one("members")).unwrap_or(Members::Everyone);
    let done: Result<Saved<Applied>, EditError> = visit
        .attempt(move |app| agenda_files::apply(app, &change, &id, (&seen, &members), &accepted))
        .await?;
    if let Ok(Saved { value: Applied::Outdated, .. }) = &done {
        // Somebody has changed the agenda since: show what the file does now.
        return show_plan(&visit, Problems::new()).await;
    }
    let back = address(access.event(), LIST.end);
    let page: Result<Page, PageError> = below(&visit, access, LIST.nav, LIST.end);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "agenda-imported")).await {
        Ok(answer) => answer,
        Err(problems) => show_plan(&visit, problems).await,
    }
}
