//! A decision about one or several registrations: what it would do first, then the button that does it.

use askama::Template;

use super::frame::{address, again, below, state_word};
use super::participants::filter;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::problems::Problems;
use crate::services::registrations::{self, Decision, DecisionError, Preview};
use crate::web::error::{Answer, PageError};
use crate::web::page::{Page, Tone};
use crate::web::posted::Posted;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/registrations.html")]
struct DecidePage {
    page: Page,
    problems: Problems,
    decision: Decision,
    title: String,
    text: String,
    button: String,
    /// The first of those whom it concerns.
    examples: Vec<String>,
    more: Option<String>,
    skipped: Vec<String>,
    ids: Vec<String>,
    reason: String,
    action: String,
    back: String,
}

/// How many people are named before the rest is a number.
const NAMED: usize = 8;

fn decision(fields: &Posted) -> Result<Decision, PageError> {
    Decision::parse(fields.one("decision")).ok_or(PageError::BadRequest)
}

fn ids(fields: &Posted) -> Vec<ParticipantId> {
    fields.many("id").into_iter().map(ParticipantId).collect()
}

/// Whom the decision would concern: those that were ticked, or everybody whom the filter finds.
pub async fn preview(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let decision = decision(&visit.query)?;
    let (chosen, filter) = (ids(&visit.query), filter(&visit));
    let everybody = visit.query.has("everybody");
    let lang = visit.lang();
    let found = visit
        .run(move |app| {
            let ids = if everybody { registrations::ids_found(app, &change, &filter)? } else { chosen };
            registrations::preview(app, &change, &ids, decision, lang)
        })
        .await?;
    show(&visit, decision, &found, String::new(), Problems::new())
}

fn show(visit: &Visit, decision: Decision, found: &Preview, reason: String, problems: Problems) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, "nav-participants", "/participants")?.with_problems(&problems);
    let n = found.fitting.len();
    let code = decision.code();
    let page = if n == 0 {
        let none = page.t(&format!("decide-{code}-none"));
        page.with_notice(Tone::Warning, none)
    } else {
        page
    };
    let more = n.saturating_sub(NAMED);
    let skipped = found.skipped.iter().take(NAMED);
    let template = DecidePage {
        title: page.t1(&format!("decide-{code}-title"), "count", n),
        text: page.t1(&format!("decide-{code}-text"), "count", n),
        button: page.t1(&format!("decide-{code}-button"), "count", n),
        examples: found.fitting.iter().take(NAMED).map(who).collect(),
        more: (more > 0).then(|| page.t1("decide-more", "count", more)),
        skipped: skipped
            .map(|(person, state)| format!("{}: {}", who(person), state_word(&page, *state)))
            .collect(),
        ids: found.fitting.iter().map(|person| person.id.to_string()).collect(),
        action: address(event, "/participants/decide"),
        back: address(event, "/participants"),
        decision,
        reason,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn who(person: &Participant) -> String {
    let person = &person.profile.person;
    format!("{}, {}", person.name, person.organisation)
}

/// Carries the decision out.
pub async fn decide(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let decision = decision(&visit.form)?;
    let (chosen, reason) = (ids(&visit.form), visit.form.one("reason").to_string());
    let back = match chosen.as_slice() {
        [one] => address(access.event(), &format!("/participants/{one}")),
        _ => address(access.event(), "/participants"),
    };
    let (given, why, lang) = (chosen.clone(), reason.clone(), visit.lang());
    let leave = change.clone();
    let decided =
        visit.attempt(move |app| registrations::decide(app, &leave, &given, decision, &why)).await?;
    match decided {
        Ok(_) => Ok(visit.see_with(&back, decision.code())),
        Err(DecisionError::Invalid(problems)) => {
            let found =
                visit.run(move |app| registrations::preview(app, &change, &chosen, decision, lang)).await?;
            show(&visit, decision, &found, reason, problems)
        }
        // Somebody else decided in between: show what holds now.
        Err(DecisionError::State(_)) => {
            let found =
                visit.run(move |app| registrations::preview(app, &change, &chosen, decision, lang)).await?;
            show(&visit, decision, &found, reason, Problems::new())
        }
        Err(DecisionError::Fault(fault)) => Err(fault.into()),
    }
}
