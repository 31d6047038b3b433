//! Who is invited to a session, as the page of its people shows it.

use super::frame::address;
use crate::domain::codes::codes;
use crate::domain::event::Event;
use crate::domain::participant::Participant;
use crate::services::session_invitations::{Answer, Guest, Guests};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

/// The field of the search for people to invite.
pub(super) const FIND: &str = "find";
/// Those who are invited, below those who take part.
const INVITED: List = List { field: "invited", head: "invited", ..List::ONLY };

codes! {
    /// What a button of the page does with somebody.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Act {
        Invite = "invite",
        Withdraw = "withdraw",
    }
}

/// The part of the page.
pub(super) struct GuestsView {
    pub lead: String,
    pub words: String,
    pub found: Vec<GuestRow>,
    pub rows: Vec<GuestRow>,
    pub pager: Pager,
}

/// Somebody who is invited, or can be.
pub(super) struct GuestRow {
    pub id: String,
    pub name: String,
    pub organisation: String,
    pub url: String,
    /// What has become of the invitation; empty before there is one.
    pub answer: String,
    pub class: &'static str,
}

impl GuestsView {
    pub(super) fn new(visit: &Visit, page: &Page, event: &Event, (found, words): (&Guests, String)) -> Self {
        let pager = INVITED.pager(visit, found.invited.len());
        let count = |answer: Answer| found.invited.iter().filter(|one| one.answer == answer).count();
        let invited = |one: &Guest| GuestRow {
            answer: page.t(&format!("session-invited-{}", one.answer.code())),
            class: class(one.answer),
            ..row(event, &one.participant)
        };
        let counts = [
            ("count", found.invited.len()),
            ("comes", count(Answer::Comes)),
            ("waits", count(Answer::Waits)),
            ("declined", count(Answer::Declined)),
        ];
        GuestsView {
            lead: page.words.tn("session-invited-lead", &counts.map(|(name, n)| (name, n.to_string()))),
            found: found.found.iter().map(|one| row(event, one)).collect(),
            rows: pager.cut(&found.invited).map(invited).collect(),
            pager,
            words,
        }
    }
}

fn class(answer: Answer) -> &'static str {
    match answer {
        Answer::Comes => "good",
        Answer::Waits => "waiting",
        Answer::Declined => "bad",
        Answer::Silent => "",
    }
}

fn row(event: &Event, one: &Participant) -> GuestRow {
    GuestRow {
        id: one.id.0.clone(),
        name: one.profile.person.name.clone(),
        organisation: one.profile.person.organisation.clone(),
        url: address(event, &format!("/participants/{}", one.id)),
        answer: String::new(),
        class: "",
    }
}
