//! A decision about one or several registrations: what it would do first, then the button that does it.

use askama::Template;

use super::bulk;
use super::frame::{address, again, below, state_word};
use super::people_filter::filter;
use crate::domain::ids::{ParticipantId, digest};
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
    /// Those who were ticked; empty where it is everybody whom the filter finds.
    ids: Vec<String>,
    /// Which people everybody was when the page was made; empty where some were ticked.
    everybody: String,
    /// How many it concerns.
    count: usize,
    /// Which mails follow.
    mails: String,
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
    if visit.query.one("decision") == bulk::CODE {
        return bulk::begin(&visit);
    }
    let decision = decision(&visit.query)?;
    let found = found(&visit, decision).await?;
    show(&visit, decision, &found, String::new(), Problems::new())
}

/// Those whom a decision concerns, now. Ticks come with the form, or on the way to it with the query.
async fn found(visit: &Visit, decision: Decision) -> Result<Preview, PageError> {
    let change = visit.access()?.to_change()?;
    let chosen = ids(if visit.changes { &visit.form } else { &visit.query });
    let (filter, lang, everybody) = (filter(visit), visit.lang(), is_everybody(visit));
    visit
        .run(move |app| {
            let ids = if everybody { registrations::ids_found(app, &change, &filter)? } else { chosen };
            registrations::preview(app, &change, &ids, decision, lang)
        })
        .await
}

/// Whether it is about everybody whom the filter of the query finds: such a page carries no list of them.
fn is_everybody(visit: &Visit) -> bool {
    visit.query.has("everybody")
}

/// Names these people, so that a button decides about nobody whom its page did not count.
fn named(found: &Preview) -> String {
    digest(found.fitting.iter().map(|person| person.id.as_str()))
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
        ids: if is_everybody(visit) {
            Vec::new()
        } else {
            found.fitting.iter().map(|person| person.id.to_string()).collect()
        },
        everybody: if is_everybody(visit) { named(found) } else { String::new() },
        // With the filter, where it says whom it is about.
        action: if is_everybody(visit) {
            visit.address.clone()
        } else {
            address(event, "/participants/decide")
        },
        count: n,
        mails: page.t2("decide-mails", "people", found.mailed, "partners", found.partners),
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
    let reason = visit.form.one("reason").to_string();
    let chosen = if is_everybody(&visit) {
        let now = found(&visit, decision).await?;
        if named(&now) != visit.form.one("everybody") {
            // The filter finds others by now: show whom.
            return show(&visit, decision, &now, reason, Problems::new());
        }
        now.fitting.into_iter().map(|person| person.id).collect()
    } else {
        ids(&visit.form)
    };
    let back = match chosen.as_slice() {
        [one] => address(access.event(), &format!("/participants/{one}")),
        _ => address(access.event(), "/participants"),
    };
    let why = reason.clone();
    let decided =
        visit.attempt(move |app| registrations::decide(app, &change, &chosen, decision, &why)).await?;
    match decided {
        Ok(_) => Ok(visit.see_with(&back, decision.code())),
        Err(DecisionError::Invalid(problems)) => {
            show(&visit, decision, &found(&visit, decision).await?, reason, problems)
        }
        // Somebody else decided in between: show what holds now.
        Err(DecisionError::State(_)) => {
            show(&visit, decision, &found(&visit, decision).await?, reason, Problems::new())
        }
        Err(DecisionError::Fault(fault)) => Err(fault.into()),
    }
}
