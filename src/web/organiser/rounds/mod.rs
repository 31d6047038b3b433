//! Match rounds: the list, drafts side by side, a new one, its draft, one meeting of it and what is changed by hand, pairs that are ruled, publishing, the
//! minutes in which somebody did not come.

pub mod add;
mod board;
mod causes;
pub mod compare;
pub mod draft;
mod figures;
pub mod list;
mod made;
pub mod meeting;
mod notes;
pub mod pairs;
pub mod publish;
mod refusal;
pub mod rescue;
pub mod settings;
pub mod steps;
pub mod swap;
pub mod what_if;

use super::frame;
use crate::domain::participant::Participant;
use crate::services::rounds::DraftError;
use crate::web::error::PageError;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The frame of a page below the list of rounds.
fn below_rounds(visit: &Visit) -> Result<Page, PageError> {
    frame::below(visit, visit.access()?, "nav-rounds", "/rounds")
}

/// The address of the event in the back office.
fn base(visit: &Visit) -> Result<String, PageError> {
    Ok(format!("/organiser/events/{}", visit.access()?.event().slug))
}

/// The number of the round in the path.
fn number(visit: &Visit) -> Result<u32, PageError> {
    visit.part("number").parse().map_err(|_| PageError::NotFound)
}

/// A person and their organisation in one line.
fn full_name(participant: &Participant) -> String {
    let person = &participant.profile.person;
    if person.is_erased() {
        return "–".to_string();
    }
    if person.name == person.organisation || person.name.is_empty() {
        person.organisation.clone()
    } else {
        format!("{} ({})", person.name, person.organisation)
    }
}

/// A distance of hundred-thousandths in percent: `0.05`.
fn percent(page: &Page, gap: u64) -> String {
    page.words.hundredths(gap / 10)
}

impl From<DraftError> for PageError {
    fn from(error: DraftError) -> PageError {
        match error {
            DraftError::Fault(fault) => fault.into(),
            DraftError::NoDraft | DraftError::Change(_) | DraftError::KeepsChanging => PageError::BadRequest,
        }
    }
}
