//! When people are reminded of what they have not said, and how many that would be now.

use askama::Template;

use super::frame::{address, again, part, problems_of, query};
use crate::domain::event::{Event, EventState};
use crate::domain::mailing::Mailing;
use crate::domain::nudge::{NudgesInput, last_day};
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::nudges::{self, NudgeView};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/nudges.html")]
struct NudgesPage {
    page: Page,
    problems: Problems,
    opened: Opened,
    action: String,
    lead: String,
    /// Why nobody gets one as the event is; empty if somebody does.
    held: String,
    nudges: Vec<Row>,
}

struct Row {
    name: &'static str,
    title: String,
    days: String,
    /// How many would get it now.
    count: String,
    people_url: String,
    /// When it goes, or that it does not.
    when: Vec<String>,
    /// When it went, with its mailing.
    went: Vec<(String, String)>,
    words_url: String,
    /// As it arrives, in the first language of the event.
    letter_url: String,
}

async fn stored(visit: &Visit) -> Result<(Vec<NudgeView>, NudgesInput), PageError> {
    let change = visit.access()?.to_change()?;
    visit.run(move |app| nudges::view(app, &change)).await
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let (views, input) = stored(&visit).await?;
    show(&visit, &views, Typed::fresh(input), Problems::new())
}

fn show(
    visit: &Visit,
    views: &[NudgeView],
    Typed { input, opened }: Typed<NudgesInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let template = NudgesPage {
        lead: page.t1("nudges-lead", "date", page.words.long_date(last_day(event))),
        held: match event.state {
            EventState::Draft | EventState::Trial => page.t("nudges-held"),
            EventState::Open | EventState::Closed => String::new(),
        },
        nudges: views.iter().map(|view| row(&page, event, view, &input)).collect(),
        action: visit.path().to_string(),
        opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn row(page: &Page, event: &Event, view: &NudgeView, input: &NudgesInput) -> Row {
    let name = view.nudge.code();
    let pairs = view.nudge.people().pairs();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let moment = |at| page.words.moment(at, event.time_zone);
    let went = |mailing: &Mailing| {
        let at = moment(mailing.started_at.unwrap_or(mailing.created_at));
        (page.t1("nudges-went", "when", at), address(event, &format!("/mailings/{}", mailing.id)))
    };
    let goes = view.goes_at.iter().map(|at| page.t1("nudges-goes", "when", moment(*at)));
    let off = (view.goes_at.is_empty() && view.mailings.is_empty()).then(|| page.t("nudges-off"));
    let words = address(event, &format!("/mail-words/{}", view.nudge.mail_kind().code()));
    Row {
        name,
        title: page.t(&format!("nudge-{name}")),
        days: input.get(view.nudge).to_string(),
        count: page.t1("nudges-count", "count", view.gets),
        people_url: query(&address(event, "/participants"), &pairs),
        when: goes.chain(off).collect(),
        went: view.mailings.iter().map(went).collect(),
        letter_url: query(&format!("{words}/letter"), &[("in", event.first_language().code())]),
        words_url: words,
    }
}

/// Changes it.
pub async fn submit(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let typed = visit.typed(NudgesInput { topics: field("topics"), wish: field("wish") });
    let (given, back) = (typed.clone(), visit.path().to_string());
    match visit.attempt(move |app| nudges::change(app, &change, &given)).await? {
        Ok(()) => Ok(visit.see_with(&back, "saved")),
        Err(error) => {
            let problems = problems_of(error)?;
            let (views, known) = stored(&visit).await?;
            show(&visit, &views, typed.again(&known), problems)
        }
    }
}
