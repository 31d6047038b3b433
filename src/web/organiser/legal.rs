//! What the law asks to be said: the form of the installation, and that of an event.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::{address, again, localised, page_word, part, problems_of, top};
use crate::domain::lang::Lang;
use crate::domain::legal::{LegalBasis, LegalNotice, LegalText, purposes};
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::{access, legal};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/legal.html")]
struct LegalPage {
    page: Page,
    problems: Problems,
    opened: Opened,
    lead: String,
    /// What is needed and said nowhere.
    missing: Vec<String>,
    texts: Vec<Text>,
    purposes: Vec<Purpose>,
    languages: Vec<Lang>,
    action: String,
    public: [(String, String); 2],
}

/// Something to say in several languages.
struct Text {
    name: &'static str,
    label: String,
    help: String,
    input: crate::domain::event_input::LocalisedInput,
}

/// A purpose with the bases to choose from.
struct Purpose {
    name: String,
    label: String,
    choices: Vec<Choice>,
}

/// For whom a form is: what decides the rest of the page.
struct Whose {
    lead: &'static str,
    /// Key of the choice that says nothing.
    unsaid: &'static str,
    /// Beginning of the addresses of the public pages.
    public: String,
    languages: Vec<Lang>,
    action: String,
}

fn shown(
    page: Page,
    whose: Whose,
    Typed { input, opened }: Typed<LegalNotice>,
    holds: &LegalNotice,
    problems: Problems,
) -> LegalPage {
    let text = |of: LegalText| Text {
        name: of.code(),
        label: page.t(&format!("legal-{}", of.code())),
        help: page.t(&format!("legal-{}-help", of.code())),
        input: input.text(of).clone(),
    };
    let purpose = |entry: &'static crate::domain::personal_data::Entry| {
        let said = input.basis.get(entry.code).map(String::as_str).unwrap_or_default();
        let choice = |code: &str, label: String| Choice::new(code, label, said == code);
        let unsaid = choice("", page.t(whose.unsaid));
        let bases = LegalBasis::ALL
            .map(|basis| choice(basis.code(), page.t(&format!("stored-basis-{}", basis.code()))));
        Purpose {
            name: format!("basis_{}", entry.code),
            label: page.t(&format!("stored-{}", entry.code)),
            choices: [unsaid].into_iter().chain(bases).collect(),
        }
    };
    LegalPage {
        lead: page.t(whose.lead),
        missing: holds.missing().iter().map(|of| page.t(&format!("legal-{}", of.code()))).collect(),
        texts: LegalText::ALL.map(text).into(),
        purposes: purposes().map(purpose).collect(),
        languages: whose.languages,
        action: whose.action,
        public: ["privacy", "imprint"]
            .map(|name| (format!("{}/{name}", whose.public), page.t(&format!("footer-{name}")))),
        page: page.with_problems(&problems),
        problems,
        opened,
    }
}

fn typed(visit: &Visit) -> Typed<LegalNotice> {
    let text = |of: LegalText| localised(&visit.form, of.code());
    let basis: BTreeMap<String, String> = purposes()
        .map(|entry| (entry.code.to_string(), visit.form.one(&format!("basis_{}", entry.code)).to_string()))
        .filter(|(_, basis)| !basis.is_empty())
        .collect();
    visit.typed(LegalNotice {
        controller: text(LegalText::Controller),
        officer: text(LegalText::Officer),
        recipients: text(LegalText::Recipients),
        authority: text(LegalText::Authority),
        imprint: text(LegalText::Imprint),
        grounds: text(LegalText::Grounds),
        basis,
    })
}

const OF_INSTALLATION: &str = "/organiser/legal";

fn of_installation(
    visit: &Visit,
    typed: Typed<LegalNotice>,
    holds: &LegalNotice,
    problems: Problems,
) -> Result<LegalPage, PageError> {
    let page = top(visit)?.below(page_word(visit, "nav-events"), "/organiser");
    let whose = Whose {
        lead: "legal-lead",
        unsaid: "legal-basis-usual",
        public: String::new(),
        languages: Lang::ALL.into(),
        action: OF_INSTALLATION.to_string(),
    };
    Ok(shown(page, whose, typed, holds, problems))
}

/// The form of the installation.
pub async fn show(visit: Visit) -> Answer {
    let stored = visit.run(legal::of_installation).await?;
    visit.show(&of_installation(&visit, Typed::fresh(stored.clone()), &stored, Problems::new())?)
}

/// Changes what the installation says.
pub async fn submit(visit: Visit) -> Answer {
    let admin = access::administer(visit.account()?)?;
    let typed = typed(&visit);
    let given = typed.clone();
    match visit.attempt(move |app| legal::change_installation(app, &admin, &given)).await? {
        Ok(()) => Ok(visit.see_with(OF_INSTALLATION, "saved")),
        Err(error) => {
            let stored = visit.run(legal::of_installation).await?;
            let problems = problems_of(error)?;
            again(&visit, &of_installation(&visit, typed.again(&stored), &stored, problems)?)
        }
    }
}

fn of_event(
    visit: &Visit,
    typed: Typed<LegalNotice>,
    holds: &LegalNotice,
    problems: Problems,
) -> Result<LegalPage, PageError> {
    let access = visit.access()?;
    let event = access.event();
    let whose = Whose {
        lead: "legal-event-lead",
        unsaid: "legal-basis-installation",
        public: if event.state.has_pages() { format!("/e/{}", event.slug) } else { String::new() },
        languages: event.languages.clone(),
        action: address(event, "/legal"),
    };
    Ok(shown(part(visit, access)?, whose, typed, holds, problems))
}

/// The form of an event.
pub async fn show_event(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let (own, holds) = visit.run(move |app| legal::of_event(app, &change)).await?;
    visit.show(&of_event(&visit, Typed::fresh(own), &holds, Problems::new())?)
}

/// Changes what an event says.
pub async fn submit_event(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, reading) = (access.to_change()?, access.to_change()?);
    let typed = typed(&visit);
    let given = typed.clone();
    match visit.attempt(move |app| legal::change_event(app, &change, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/legal"), "saved")),
        Err(error) => {
            let (own, holds) = visit.run(move |app| legal::of_event(app, &reading)).await?;
            again(&visit, &of_event(&visit, typed.again(&own), &holds, problems_of(error)?)?)
        }
    }
}
