//! The page that says which published meetings a change breaks, and what each way on does. It carries everything that was
//! typed; nothing is stored before one of the ways is chosen.

use actix_web::HttpResponse;
use askama::Template;

use super::frame::address;
use super::misfits::{MisfitRow, rows};
use crate::domain::event::Event;
use crate::domain::ids::MeetingId;
use crate::domain::problems::Problems;
use crate::services::calling_off;
use crate::services::events::EditError;
use crate::services::revising::{Breaks, Saved};
use crate::services::rounds::settings::PublishedPlan;
use crate::services::rounds::{self, StartError};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::ROWS;
use crate::web::visit::{ACCEPTED, Visit};

/// The field with the way on.
const WAY: &str = "way";
/// The field that turns to another page of the meetings: it sends what was typed once more, and says yes to nothing.
const TURN: &str = "breaks-page";

#[derive(Template)]
#[template(path = "organiser/breaks.html")]
struct BreaksPage {
    page: Page,
    title: String,
    lead: String,
    rows: Vec<MisfitRow>,
    pager: Pager,
    /// The pages before and after, each with its word.
    turns: Vec<(usize, String)>,
    accepted: String,
    /// Everything that was typed: names and values.
    typed: Vec<(String, String)>,
    action: String,
    back: String,
    ways: Vec<Way>,
}

/// A way on: its code, its title, what it does, and its button.
struct Way {
    code: &'static str,
    title: String,
    text: String,
    button: String,
    class: &'static str,
}

/// Asks what shall happen to them. `back` is where the form is.
fn ask(visit: &Visit, page: Page, breaks: &Breaks, back: &str) -> Answer {
    let misfits = &breaks.0;
    let meetings = misfits.meetings.len();
    let people = misfits.count_people();
    let way = |code: &'static str, class: &'static str| Way {
        code,
        class,
        title: page.t(&format!("breaks-{code}-title")),
        text: page.t2(&format!("breaks-{code}-text"), "meetings", meetings, "people", people),
        button: page.t1(&format!("breaks-{code}"), "meetings", meetings),
    };
    let asked = visit.form.one(TURN).parse().unwrap_or(1_usize).max(1);
    let mut pager = Pager { number: asked, size: ROWS, total: meetings, url: String::new() };
    pager.number = asked.min(pager.pages());
    let before = (pager.number > 1).then(|| (pager.number - 1, page.t("pager-previous")));
    let after = (pager.number < pager.pages()).then(|| (pager.number + 1, page.t("pager-next")));
    visit.show(&BreaksPage {
        title: page.t2("breaks-title", "meetings", meetings, "people", people),
        lead: page.t1("breaks-lead", "others", misfits.planned.saturating_sub(meetings)),
        rows: rows(&page, misfits, pager.cut(&misfits.meetings)),
        turns: before.into_iter().chain(after).collect(),
        pager,
        accepted: misfits.accepted().as_str().to_string(),
        typed: visit.form.carried(&[ACCEPTED, WAY, TURN]),
        action: visit.path().to_string(),
        back: back.to_string(),
        ways: vec![way("repair", ""), way("off", "secondary"), way("later", "secondary")],
        page,
    })
}

/// Goes the way that was chosen, once the change is stored; `saved` is where it leads otherwise, with the word that says so.
async fn follow(visit: &Visit, broken: Vec<MeetingId>, saved: (&str, &str)) -> Answer {
    let change = visit.access()?.to_change()?;
    let event = change.event().clone();
    match visit.form.one(WAY) {
        "repair" if !broken.is_empty() => {
            let plan = PublishedPlan::MoveFew;
            match visit.attempt(move |app| rounds::start_repair(app, &change, plan)).await? {
                Ok(round) => Ok(visit.see(&address(&event, &format!("/rounds/{}", round.number)))),
                Err(StartError::Fault(fault)) => Err(fault.into()),
                Err(_) => Ok(to_misfits(visit, &event, "saved")),
            }
        }
        "off" if !broken.is_empty() => {
            let done = visit.attempt(move |app| calling_off::call_off_misfits(app, &change, &broken)).await?;
            match done {
                Ok(_) => Ok(visit.see_with(saved.0, "called-off")),
                Err(EditError::Fault(fault)) => Err(fault.into()),
                Err(_) => Ok(to_misfits(visit, &event, "saved")),
            }
        }
        _ if !broken.is_empty() => Ok(to_misfits(visit, &event, saved.1)),
        _ => Ok(visit.see_with(saved.0, saved.1)),
    }
}

fn to_misfits(visit: &Visit, event: &Event, word: &str) -> HttpResponse {
    visit.see_with(&address(event, "/plan"), word)
}

/// Where a change leads that can break meetings: to `saved`, a path with the word that says so, if it is stored; else to the
/// question about them, from which `back` leads away.
///
/// # Errors
/// What is wrong with what was typed, for the form to show.
pub(super) async fn outcome<T>(
    visit: &Visit,
    page: Result<Page, PageError>,
    done: Result<Saved<T>, EditError>,
    back: &str,
    saved: (&str, &str),
) -> Result<Answer, Problems> {
    match done {
        Ok(done) => Ok(follow(visit, done.broken, saved).await),
        Err(EditError::Invalid(problems)) => Err(problems),
        Err(EditError::Fault(fault)) => Ok(Err(fault.into())),
        Err(EditError::Breaks(breaks)) => Ok(page.and_then(|page| ask(visit, page, &breaks, back))),
    }
}
