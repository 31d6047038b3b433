//! The page of one person: who they are, why to meet them, and a wish with a word to go with it.

use actix_web::http::StatusCode;
use askama::Template;

use super::cards::{Card, Reader, Relation};
use super::{frame, open, path};
use crate::domain::answer::{Asked, asked};
use crate::domain::event::Slot;
use crate::domain::field::{self, Shown};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Person;
use crate::domain::problems::Problems;
use crate::services::Fault;
use crate::services::direct_messages;
use crate::services::directory;
use crate::services::my_event::MyEvent;
use crate::services::{schedule, ties};
use crate::web::answers::{Told, tell_answer};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::times::Times;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/person.html")]
struct PersonPage {
    page: Page,
    problems: Problems,
    card: Card,
    /// What else they show of themselves.
    told: Vec<Told>,
    /// What I wrote with my wish, or have just typed.
    typed: String,
    /// Whether they may know of my wish.
    shown: bool,
    action: String,
    back: String,
    /// Where one writes to them; empty where one cannot.
    write: String,
    /// Times at which both could meet.
    slots: Vec<Choice>,
    propose: String,
    /// Whether the meetings are out, so that a wish alone brings nobody together any more.
    is_published: bool,
}

/// One person.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let other = ParticipantId(visit.part("id").to_string());
    page_of(&visit, &mine, &other, StatusCode::OK, Problems::new()).await
}

/// The page of a person, also after a wish that was not taken.
pub(super) async fn page_of(
    visit: &Visit,
    mine: &MyEvent,
    other: &ParticipantId,
    status: StatusCode,
    problems: Problems,
) -> Answer {
    let (me, id) = (mine.participant.id.clone(), other.clone());
    let asking = mine.clone();
    let (found, ties, common, writes) = visit
        .run(move |app| {
            let found = directory::person(app, &me, &id)?;
            let may = found.as_ref().is_some_and(|found| found.fit.is_some());
            let common = if may { schedule::common_slots(app, &asking, &id)? } else { Vec::new() };
            let writes = direct_messages::can_open(app, &asking.access, &id)?;
            Ok::<_, Fault>((found, ties::of(app, &asking)?, common, writes))
        })
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let page = frame(visit, mine).with_problems(&problems);
    let page = page.clone().below(page.t("my-people"), path(mine, "/people"));
    let terms = found.fit.as_ref().map(|fit| fit.terms.as_slice()).unwrap_or_default();
    let reader = Reader::new(visit, &page, mine, &ties);
    let card = Card::new(&reader, &found.participant, terms);
    let own = ties.wishes.mine.iter().find(|wish| wish.to == found.participant.id);
    let refused = !problems.is_empty();
    visit.show_as(
        status,
        &PersonPage {
            told: told(&page, mine, &found.participant.profile.person),
            typed: if refused { visit.form.one("message").to_string() } else { card.own_message.clone() },
            shown: if refused { visit.form.has("shown") } else { own.is_none_or(|wish| wish.shown) },
            action: path(mine, "/wishes"),
            back: card.url.clone(),
            write: if writes { format!("{}/messages", card.url) } else { String::new() },
            slots: common.iter().map(|slot| slot_choice(&reader.times, slot)).collect(),
            propose: path(mine, "/proposals"),
            is_published: ties.is_published,
            card,
            page,
            problems,
        },
    )
}

fn slot_choice(times: &Times<'_>, slot: &Slot) -> Choice {
    Choice::new(slot.id.as_str(), times.line(slot.starts_at, slot.ends_at), false)
}

/// What somebody shows of themselves below their name, organisation and place.
pub(super) fn told(page: &Page, mine: &MyEvent, person: &Person) -> Vec<Told> {
    let above = [field::NAME, field::ORGANISATION];
    let is_below = |question: &&Asked<'_>| !above.contains(&question.key.as_str()) && !question.is_in_place();
    let shown = asked(&mine.programme);
    let shown = shown.iter().filter(|question| question.shown != Shown::Organisers).filter(is_below);
    shown.filter_map(|question| tell_answer(page, &mine.event, question, person)).collect()
}
