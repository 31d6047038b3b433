//! *My event*: what a participant sees and changes behind the personal link.

pub mod address;
mod breaks;
pub mod calendar;
pub mod cancel;
mod cards;
pub mod colleague;
pub mod consent;
pub mod contacts;
pub mod data;
pub mod declined;
pub mod edit;
pub mod feed;
pub mod invitation;
pub mod links;
pub mod meetings;
pub mod messages;
pub mod overview;
pub mod people;
pub mod person;
pub mod print;
pub mod proposals;
pub mod schedule;
pub mod seat;
pub mod session;
pub mod slots;
pub mod times;
mod today;
mod why;
pub mod wishes;

use super::answers::place;
use super::error::PageError;
use super::page::Page;
use super::public::frame::header;
use super::visit::Visit;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::services::my_event::{self, MyEvent};

/// Opens the event of the path with the cookie's link.
async fn open(visit: &Visit) -> Result<MyEvent, PageError> {
    let needed = || PageError::LinkNeeded { slug: visit.part("slug").to_string() };
    let token = visit.personal_token().ok_or_else(needed)?;
    let mine = visit.run(move |app| my_event::by_token(app, &token)).await?;
    // A link of one event does not open another one's pages.
    if mine.event.slug == visit.part("slug") { Ok(mine) } else { Err(needed()) }
}

/// The frame of these pages, with the ways between them.
fn frame(visit: &Visit, mine: &MyEvent) -> Page {
    let lang = if visit.has_chosen_lang() { visit.lang() } else { mine.participant.profile.lang };
    let page = visit.frame_in(lang);
    let header = header(&mine.event, &page);
    let page = page.of_event(header).with_link("my-nav-overview", path(mine, ""));
    if mine.registration.state.is_live() {
        page.with_link("my-nav-schedule", path(mine, "/schedule"))
            .with_link("my-people", path(mine, "/people"))
            .with_link("my-nav-wishes", path(mine, "/wishes"))
    } else {
        page
    }
}

/// The address of one of these pages; the part begins with a slash, or is empty.
fn path(mine: &MyEvent, part: &str) -> String {
    format!("/e/{}/my{part}", mine.event.slug)
}

/// Name and organisation as cards show them: an organisation that stands for itself has no name of its own.
struct Named {
    title: String,
    below: String,
    place: String,
}

impl Named {
    /// Organisation and place in a line.
    fn line_below(&self) -> String {
        let parts = [self.below.as_str(), self.place.as_str()].into_iter();
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

fn named(page: &Page, participant: &Participant) -> Named {
    let person = &participant.profile.person;
    let place = place(page, person);
    if person.is_erased() {
        return Named { title: page.t("person-erased"), below: String::new(), place: String::new() };
    }
    if person.name.is_empty() || person.name == person.organisation {
        let below = page.t(&person.organisation_type.word());
        Named { title: person.organisation.clone(), below, place }
    } else {
        Named { title: person.name.clone(), below: person.organisation.clone(), place }
    }
}

/// The class of a state's sign.
fn sign(state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Registered => "good",
        RegistrationState::Invited
        | RegistrationState::Unconfirmed
        | RegistrationState::AwaitingApproval
        | RegistrationState::WaitingList(_) => "waiting",
        RegistrationState::Rejected
        | RegistrationState::Cancelled
        | RegistrationState::Declined
        | RegistrationState::Unanswered => "bad",
    }
}
