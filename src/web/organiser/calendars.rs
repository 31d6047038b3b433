//! What calendars answer to invitations, and what a declined meeting leads to.

use askama::Template;

use super::frame::{address, again, part, problems_of};
use crate::domain::calendar_answer::{Answer as Said, Declines};
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::calendar_answers::{self, Told};
use crate::services::{Fault, calendars};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/calendars.html")]
struct CalendarsPage {
    page: Page,
    problems: Problems,
    choices: Vec<Choice>,
    /// Where calendars answer to, in a sentence.
    answers_to: String,
    /// How many were accepted, in a sentence; empty if none was.
    accepted: String,
    /// What is not certain.
    rows: Vec<Row>,
    action: String,
}

struct Row {
    url: String,
    who: String,
    meeting: String,
    answer: String,
}

/// What the page shows beside what was typed.
struct Known {
    declines: Declines,
    told: Vec<Told>,
    answers_to: String,
}

async fn known(visit: &Visit) -> Result<Known, PageError> {
    let own = visit.access()?.clone();
    visit
        .run(move |app| {
            Ok::<_, Fault>(Known {
                declines: calendar_answers::declines(app, &own)?,
                told: calendar_answers::told(app, &own)?,
                answers_to: calendars::of(app, &own)?.organiser.as_str().to_string(),
            })
        })
        .await
}

fn page(
    visit: &Visit,
    access: &EventAccess,
    known: &Known,
    problems: Problems,
) -> Result<CalendarsPage, PageError> {
    let page = part(visit, access)?.with_problems(&problems);
    let choice = |one: Declines| {
        let code = one.code();
        Choice::new(code, page.t(&format!("declines-{code}")), one == known.declines)
            .with_help(page.t(&format!("declines-{code}-help")))
    };
    let accepted = known.told.iter().filter(|told| told.answer == Said::Accepted).count();
    let uncertain = known.told.iter().filter(|told| told.answer != Said::Accepted);
    Ok(CalendarsPage {
        choices: Declines::ALL.map(choice).to_vec(),
        answers_to: page.t1("calendars-address", "address", &known.answers_to),
        accepted: if accepted == 0 {
            String::new()
        } else {
            page.t1("calendars-accepted", "count", accepted)
        },
        rows: uncertain.map(|told| row(&page, access, told)).collect(),
        action: address(access.event(), "/calendars"),
        problems,
        page,
    })
}

fn row(page: &Page, access: &EventAccess, told: &Told) -> Row {
    let event = access.event();
    let when = page.words.day_and_time(told.meeting.starts_at, told.meeting.ends_at, event.time_zone);
    Row {
        url: address(event, &format!("/participants/{}", told.who.id)),
        who: told.who.profile.person.shown(),
        meeting: format!("{when}: {}", told.partner.profile.person.shown()),
        answer: page.t(&format!("calendar-answer-{}", told.answer.code())),
    }
}

/// The form and the answers.
pub async fn form(visit: Visit) -> Answer {
    let known = known(&visit).await?;
    visit.show(&page(&visit, visit.access()?, &known, Problems::new())?)
}

/// Changes what a declined meeting leads to.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, chosen) = (access.to_change()?, visit.form.one("declines").to_string());
    match visit.attempt(move |app| calendar_answers::set_declines(app, &change, &chosen)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/calendars"), "saved")),
        Err(error) => {
            let known = known(&visit).await?;
            again(&visit, &page(&visit, access, &known, problems_of(error)?)?)
        }
    }
}
