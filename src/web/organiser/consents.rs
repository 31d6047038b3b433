//! What an event asks its participants beside the registration: which purposes, and with which words.

use askama::Template;

use super::frame::{address, again, localised, part, problems_of};
use crate::domain::consent::{ConsentTextInput, ConsentTextsInput, OptionalPurpose};
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::consents::{self, ConsentSetting};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/consents.html")]
struct ConsentsPage {
    page: Page,
    problems: Problems,
    settings: Vec<Setting>,
    opened: Opened,
    languages: Vec<Lang>,
    action: String,
}

/// The fields about one purpose.
struct Setting {
    /// Name of the text's fields.
    name: &'static str,
    /// Name of the tick.
    ask: String,
    title: String,
    help: String,
    /// Which text it is and how many agree; empty if the event has never asked.
    state: String,
    /// Where those people are; empty if nobody agrees.
    people: String,
    input: ConsentTextInput,
}

fn ask(purpose: OptionalPurpose) -> String {
    format!("ask_{}", purpose.code())
}

async fn known(visit: &Visit) -> Result<Vec<ConsentSetting>, PageError> {
    let change = visit.access()?.to_change()?;
    visit.run(move |app| consents::settings(app, &change)).await
}

/// What is stored, as the form shows it.
fn stored(event: &Event, known: &[ConsentSetting]) -> ConsentTextsInput {
    let newest: Vec<_> = known.iter().filter_map(|setting| setting.newest.clone()).collect();
    consents::texts_input(event, &newest)
}

fn page(
    visit: &Visit,
    access: &EventAccess,
    known: &[ConsentSetting],
    typed: Typed<ConsentTextsInput>,
    problems: Problems,
) -> Result<ConsentsPage, PageError> {
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let setting = |known: &ConsentSetting| {
        let code = known.purpose.code();
        let input = typed.input.get(code)?.clone();
        let people = address(event, &format!("/participants?consent={code}"));
        let state = known.newest.as_ref().map(|newest| {
            let since = page.words.moment(newest.created_at, event.time_zone);
            let values = [
                ("version", newest.version.to_string()),
                ("date", since),
                ("count", known.agreed.to_string()),
            ];
            page.words.tn("consents-state", &values)
        });
        Some(Setting {
            name: code,
            ask: ask(known.purpose),
            title: page.t(&format!("consent-{code}")),
            help: page.t(&format!("consents-{code}-help")),
            state: state.unwrap_or_default(),
            people: if known.agreed > 0 { people } else { String::new() },
            input,
        })
    };
    Ok(ConsentsPage {
        settings: known.iter().filter_map(setting).collect(),
        opened: typed.opened,
        languages: event.languages.clone(),
        action: address(event, "/consents"),
        problems,
        page,
    })
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let (access, known) = (visit.access()?, known(&visit).await?);
    let fresh = Typed::fresh(stored(access.event(), &known));
    visit.show(&page(&visit, access, &known, fresh, Problems::new())?)
}

/// Changes what is asked.
pub async fn submit(visit: Visit) -> Answer {
    let (access, known) = (visit.access()?, known(&visit).await?);
    let change = access.to_change()?;
    let input = |purpose: OptionalPurpose| {
        let asked = visit.form.has(&ask(purpose));
        let text = localised(&visit.form, purpose.code());
        (purpose.code().to_string(), ConsentTextInput { asked, text })
    };
    let typed: Typed<ConsentTextsInput> = visit.typed(OptionalPurpose::ALL.into_iter().map(input).collect());
    let given = typed.clone();
    match visit.attempt(move |app| consents::set(app, &change, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/consents"), "saved")),
        Err(error) => {
            let typed = typed.again(&stored(access.event(), &known));
            again(&visit, &page(&visit, access, &known, typed, problems_of(error)?)?)
        }
    }
}
