//! What an event asks its participants beside the registration: which purposes, and with which words.

use askama::Template;

use super::frame::{address, again, localised, part, problems_of};
use crate::domain::consent::{ConsentTextInput, OptionalPurpose};
use crate::domain::event::Event;
use crate::domain::event_input::LocalisedInput;
use crate::domain::lang::Lang;
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::consents::{self, ConsentSetting};
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;
use crate::words::Words;

#[derive(Template)]
#[template(path = "organiser/consents.html")]
struct ConsentsPage {
    page: Page,
    problems: Problems,
    settings: Vec<Setting>,
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

/// What the form begins with: the stored text, else the usual one in the event's languages.
fn stored(event: &Event, setting: &ConsentSetting) -> ConsentTextInput {
    let purpose = setting.purpose;
    let usual = |lang: Lang| {
        let key = format!("consent-{}-text", purpose.code());
        let here = event.languages.contains(&lang);
        if here { Words::of(lang).t1(&key, "organiser", &event.organiser_name) } else { String::new() }
    };
    let text = match &setting.newest {
        Some(newest) => LocalisedInput::of(&newest.text),
        None => LocalisedInput { de: usual(Lang::De), en: usual(Lang::En), fr: usual(Lang::Fr) },
    };
    let asked = setting.newest.as_ref().is_some_and(|newest| newest.asked);
    ConsentTextInput { purpose, asked, text }
}

fn page(
    visit: &Visit,
    access: &EventAccess,
    known: &[ConsentSetting],
    inputs: Vec<ConsentTextInput>,
    problems: Problems,
) -> Result<ConsentsPage, PageError> {
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let setting = |(known, input): (&ConsentSetting, ConsentTextInput)| {
        let code = known.purpose.code();
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
        Setting {
            name: code,
            ask: ask(known.purpose),
            title: page.t(&format!("consent-{code}")),
            help: page.t(&format!("consents-{code}-help")),
            state: state.unwrap_or_default(),
            people: if known.agreed > 0 { people } else { String::new() },
            input,
        }
    };
    Ok(ConsentsPage {
        settings: known.iter().zip(inputs).map(setting).collect(),
        languages: event.languages.clone(),
        action: address(event, "/consents"),
        problems,
        page,
    })
}

/// The form.
pub async fn form(visit: Visit) -> Answer {
    let (access, known) = (visit.access()?, known(&visit).await?);
    let inputs = known.iter().map(|setting| stored(access.event(), setting)).collect();
    visit.show(&page(&visit, access, &known, inputs, Problems::new())?)
}

/// Changes what is asked.
pub async fn submit(visit: Visit) -> Answer {
    let (access, known) = (visit.access()?, known(&visit).await?);
    let change = access.to_change()?;
    let input = |purpose: OptionalPurpose| ConsentTextInput {
        purpose,
        asked: visit.form.has(&ask(purpose)),
        text: localised(&visit.form, purpose.code()),
    };
    let inputs = OptionalPurpose::ALL.map(input).to_vec();
    let typed = inputs.clone();
    match visit.attempt(move |app| consents::set(app, &change, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/consents"), "saved")),
        Err(error) => again(&visit, &page(&visit, access, &known, inputs, problems_of(error)?)?),
    }
}
