//! The form of a mailing: to whom it goes, and what it says in each language of the event.

use std::collections::BTreeMap;

use askama::Template;

use super::{FOUND, frame, id, url, view};
use crate::domain::lang::Lang;
use crate::domain::mailing::{MailingInput, Placeholder};
use crate::domain::opened::{Opened, Typed};
use crate::domain::people_filter::{Filter, View};
use crate::domain::problems::Problems;
use crate::domain::registration::RegistrationState;
use crate::services::mailings::{self, Choices};
use crate::web::error::{Answer, PageError};
use crate::web::organiser::frame::{address, again, localised, problems_of};
use crate::web::organiser::people_filter::{FilterFields, Known, filter};
use crate::web::page::Page;
use crate::web::paging::query;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/mailings/write.html")]
struct WritePage {
    page: Page,
    problems: Problems,
    input: MailingInput,
    opened: Opened,
    action: String,
    back: String,
    filters: FilterFields,
    /// Filters under names, with the form that each begins; none where the form is of a mailing that is kept already.
    views: Vec<(String, String)>,
    /// How many get it, of how many who fit.
    count: String,
    people_url: String,
    languages: Vec<Language>,
    /// Those that have fields.
    shown: Vec<Lang>,
    placeholders: Vec<(String, String)>,
}

/// The fields in one language.
struct Language {
    lang: Lang,
    /// How many of those who get it read it.
    readers: String,
    subject: String,
    text: String,
}

/// An empty form, for the people whom the query means; for those who are registered, if it means nobody.
pub async fn new(visit: Visit) -> Answer {
    let registered = || Some(RegistrationState::Registered.code().to_string());
    let people = match visit.query.has(FOUND) {
        true => filter(&visit),
        false => Filter { state: registered(), ..filter(&visit) },
    };
    let input = MailingInput { people: people.pairs().into_iter().collect(), ..MailingInput::default() };
    show(&visit, input.into(), Problems::new()).await
}

/// The form of a draft. A mailing that is no draft any more shows what becomes of it.
pub async fn form(visit: Visit) -> Answer {
    let known = view(&visit).await?.mailing;
    if !known.state.may_be_written() {
        return Ok(visit.see(&url(visit.access()?.event(), &known.id, "")));
    }
    show(&visit, Typed::fresh(MailingInput::of(&known)), Problems::new()).await
}

async fn show(visit: &Visit, Typed { input, opened }: Typed<MailingInput>, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (change, people) = (access.to_change()?, input.filter());
    let asked = people.clone();
    let known = visit.run(move |app| mailings::choices(app, &change, &asked)).await?;
    let event = access.event();
    let page = frame(visit)?.with_problems(&problems);
    let pairs = people.pairs();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let fields =
        Known { questions: &known.questions, asked: &known.asked, types: &known.types, tags: &known.tags };
    let language = |lang: &Lang| Language {
        lang: *lang,
        readers: page.t1("mailing-readers", "count", known.audience.count_in(*lang)),
        subject: input.subject.get(*lang).to_string(),
        text: input.text.get(*lang).to_string(),
    };
    let is_new = visit.path() == address(event, "/mailings/new");
    let begun = |view: &View| {
        let mut pairs = view.people.pairs();
        pairs.push((FOUND.to_string(), "yes".to_string()));
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        (view.name.clone(), query(visit.path(), &pairs))
    };
    let template = WritePage {
        views: known.views.iter().filter(|_| is_new).map(begun).collect(),
        filters: FilterFields::new(&page, event, &people, &fields),
        count: counted(&page, &known),
        people_url: query(&address(event, "/participants"), &pairs),
        languages: event.languages.iter().map(language).collect(),
        shown: event.languages.clone(),
        placeholders: Placeholder::ALL
            .map(|one| (one.written(), page.t(&format!("placeholder-{}", one.code().replace('_', "-")))))
            .into(),
        action: visit.path().to_string(),
        back: address(event, "/mailings"),
        input,
        opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn counted(page: &Page, known: &Choices) -> String {
    let (found, gets) = (known.audience.found(), known.audience.gets.len());
    page.t2("mailing-count", "found", found, "gets", gets)
}

/// The form as it was typed.
fn posted(visit: &Visit) -> MailingInput {
    let people = Filter::read(|name| visit.form.one(name).to_string());
    let people: BTreeMap<String, String> = people.pairs().into_iter().collect();
    MailingInput { subject: localised(&visit.form, "subject"), text: localised(&visit.form, "text"), people }
}

/// Whether it is only to be kept, and not to be looked at before it goes.
fn is_kept(visit: &Visit) -> bool {
    visit.form.one("do") == "save"
}

fn next(visit: &Visit, id: &crate::domain::ids::MailingId) -> Answer {
    let event = visit.access()?.event();
    match is_kept(visit) {
        true => Ok(visit.see_with(&url(event, id, "/edit"), "saved")),
        false => Ok(visit.see(&url(event, id, ""))),
    }
}

/// Keeps a new one.
pub async fn add(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let (input, is_kept) = (posted(&visit), is_kept(&visit));
    let typed = input.clone();
    match visit.attempt(move |app| mailings::write_new(app, &change, &typed, is_kept)).await? {
        Ok(id) => next(&visit, &id),
        Err(error) => show(&visit, input.into(), problems_of(error)?).await,
    }
}

/// Changes a draft.
pub async fn update(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let (typed, is_kept) = (visit.typed(posted(&visit)), is_kept(&visit));
    let (given, of) = (typed.clone(), id.clone());
    match visit.attempt(move |app| mailings::update(app, &change, &of, &given, is_kept)).await? {
        Ok(()) => next(&visit, &id),
        Err(error) => {
            let problems = problems_of(error)?;
            let known = view(&visit).await?.mailing;
            show(&visit, typed.again(&MailingInput::of(&known)), problems).await
        }
    }
}

/// Deletes a draft.
pub async fn delete(visit: Visit) -> Result<actix_web::HttpResponse, PageError> {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let of = id.clone();
    match visit.run(move |app| mailings::delete(app, &change, &of)).await? {
        true => Ok(visit.see_with(&address(access.event(), "/mailings"), "removed")),
        false => Ok(visit.see(&url(access.event(), &id, ""))),
    }
}
