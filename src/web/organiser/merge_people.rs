//! Two participants who are one person: look for the other one, see both side by side, make one of them.

use actix_web::http::StatusCode;
use askama::Template;

use super::frame::{address, below, name_of, state_word};
use crate::domain::answer::asked;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::problems::Problems;
use crate::services::events::EditError;
use crate::services::listing::Listing;
use crate::services::merging::{self, Pair};
use crate::services::participants::{self, Filter};
use crate::web::answers::tell_answer;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// Begins the names of the fields that say whose answer stays.
const TAKE: &str = "take-";
/// The answer of the one who goes.
const THEIRS: &str = "theirs";

#[derive(Template)]
#[template(path = "organiser/merge_people.html")]
struct MergePage {
    page: Page,
    problems: Problems,
    name: String,
    search: String,
    found: Vec<Found>,
    searched: bool,
    both: Option<Both>,
    action: String,
    back: String,
}

struct Found {
    url: String,
    name: String,
    about: String,
}

struct Both {
    with: String,
    stays: String,
    goes: String,
    /// The other way round.
    swap: String,
    rows: Vec<Row>,
}

/// An answer of both. Where they differ, one is chosen.
struct Row {
    field: String,
    question: String,
    own: String,
    theirs: String,
    differs: bool,
    takes_theirs: bool,
}

fn ids(visit: &Visit, with: &str) -> (ParticipantId, ParticipantId) {
    (ParticipantId(visit.part("id").to_string()), ParticipantId(with.to_string()))
}

/// Looks for the other one, or shows both.
pub async fn show(visit: Visit) -> Answer {
    let with = visit.query.one("with").to_string();
    page_of(&visit, &with, Problems::new()).await
}

async fn page_of(visit: &Visit, with: &str, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (id, other) = ids(visit, with);
    let (own, me) = (access.clone(), id.clone());
    let dossier = visit.run(move |app| participants::dossier(app, &own, &me)).await?;
    let page = below(visit, access, "nav-participants", "/participants")?.with_problems(&problems);
    let path = address(access.event(), &format!("/participants/{id}"));
    let both = if with.is_empty() {
        None
    } else {
        let (change, me) = (access.to_change()?, id.clone());
        let pair = visit.run(move |app| merging::pair(app, &change, &me, &other)).await?;
        Some(both(visit, &page, &pair)?)
    };
    let search = visit.query.one("search").to_string();
    let searched = both.is_none() && !search.trim().is_empty();
    let found = if searched { found(visit, &page, &id, &search).await? } else { Vec::new() };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = MergePage {
        name: name_of(&page, &dossier.participant),
        search,
        found,
        searched,
        both,
        action: format!("{path}/merge"),
        back: path,
        problems,
        page,
    };
    visit.show_as(status, &template)
}

async fn found(
    visit: &Visit,
    page: &Page,
    id: &ParticipantId,
    search: &str,
) -> Result<Vec<Found>, PageError> {
    let access = visit.access()?.clone();
    let filter = Filter { search: search.to_string(), ..Filter::default() };
    let listing = Listing { filter, lang: page.lang, ..Listing::default() };
    let base = address(access.event(), &format!("/participants/{id}/merge"));
    let people = visit.run(move |app| participants::list(app, &access, &listing, 1)).await?;
    let others = people.rows.into_iter().filter(|row| row.registration.participant != *id);
    Ok(others
        .map(|one| Found {
            url: format!("{base}?with={}", one.registration.participant),
            about: [
                one.organisation,
                one.email.unwrap_or_default(),
                state_word(page, one.registration.state),
            ]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
            name: one.name,
        })
        .collect())
}

fn both(visit: &Visit, page: &Page, pair: &Pair) -> Result<Both, PageError> {
    let event = visit.access()?.event();
    let (stays, goes) = (&pair.stays.0, &pair.goes.0);
    let rows = asked(&pair.programme).into_iter().filter_map(|question| {
        let tell = |one: &Participant| {
            tell_answer(page, event, &question, &one.profile.person).map(|told| told.answer)
        };
        let (own, theirs) = (tell(stays), tell(goes));
        if own.is_none() && theirs.is_none() {
            return None;
        }
        let field = format!("{TAKE}{}", question.key.as_str());
        let posted = visit.form.one(&field).to_string();
        let prefers = if posted.is_empty() { pair.prefers_other() } else { posted == THEIRS };
        Some(Row {
            question: page.words.label(&question, event.first_language()),
            differs: own.is_some() && theirs.is_some() && own != theirs,
            takes_theirs: prefers,
            own: own.unwrap_or_default(),
            theirs: theirs.unwrap_or_default(),
            field,
        })
    });
    let told = |one: &Participant, state| format!("{} ({})", name_of(page, one), state_word(page, state));
    let swap = address(event, &format!("/participants/{}/merge?with={}", goes.id, stays.id));
    Ok(Both {
        with: goes.id.to_string(),
        stays: told(stays, pair.stays.1.state),
        goes: told(goes, pair.goes.1.state),
        swap,
        rows: rows.collect(),
    })
}

/// Makes one of both.
pub async fn merge(visit: Visit) -> Answer {
    let access = visit.access()?;
    let with = visit.form.one("with").to_string();
    let (id, other) = ids(&visit, &with);
    let taken = visit.form.pairs().filter(|(_, value)| *value == THEIRS);
    let theirs: Vec<String> =
        taken.filter_map(|(name, _)| name.strip_prefix(TAKE).map(String::from)).collect();
    let (change, me) = (access.to_change()?, id.clone());
    match visit.attempt(move |app| merging::merge(app, &change, (&me, &other), &theirs)).await? {
        Ok(()) => {
            Ok(visit.see_with(&address(access.event(), &format!("/participants/{id}")), "people-merged"))
        }
        Err(EditError::Invalid(problems)) => page_of(&visit, &with, problems).await,
        Err(EditError::Breaks(_)) => Ok(visit.see(visit.path())),
        Err(EditError::Fault(fault)) => Err(fault.into()),
    }
}
