//! One free slot: everyone who is free then too, best fit first, to be asked for a meeting.

use actix_web::http::StatusCode;
use askama::Template;

use super::cards::{Card, Reader, Relation};
use super::people::{PAGE, page_number};
use super::{frame, open, path};
use crate::domain::ids::SlotId;
use crate::services::my_event::MyEvent;
use crate::services::schedule::{self, Candidate, FreeSlot};
use crate::services::{Fault, ties};
use crate::web::error::Answer;
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::times::When;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/slot.html")]
struct SlotPage {
    page: Page,
    day: String,
    /// None where the slot is not free, or over.
    when: Option<When>,
    count: String,
    lead: String,
    cards: Vec<Card>,
    pager: Pager,
    action: String,
    slot: String,
    schedule: String,
}

/// Shows it.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let slot = SlotId(visit.part("id").to_string());
    page_of(&visit, mine, slot, StatusCode::OK, "").await
}

/// The page of a slot, also after a proposal that was not taken: `problem` is the key of what is said then.
pub(super) async fn page_of(
    visit: &Visit,
    mine: MyEvent,
    id: SlotId,
    status: StatusCode,
    problem: &str,
) -> Answer {
    let (asked, number) = (id.clone(), page_number(visit));
    let (mine, found, ties) = visit
        .run(move |app| {
            let found = schedule::slot(app, &mine, &asked, (number, PAGE))?;
            let ties = ties::of(app, &mine)?;
            Ok::<_, Fault>((mine, found, ties))
        })
        .await?;
    let page = frame(visit, &mine);
    let page =
        if problem.is_empty() { page } else { page.clone().with_notice(Tone::Failure, page.t(problem)) };
    let page = page.clone().below(page.t("my-schedule"), path(&mine, "/schedule"));
    let people = found.as_ref().map(|free| free.people.as_slice()).unwrap_or_default();
    let (number, total) = found.as_ref().map(|free| (free.page, free.count)).unwrap_or_default();
    let reader = Reader::new(visit, &page, &mine, &ties);
    let card = |one: &Candidate| Card::new(&reader, &one.participant, &one.fit.terms);
    let zone = mine.event.time_zone;
    let day = |free: &FreeSlot| page.words.long_date(free.slot.starts_at.with_timezone(&zone).date_naive());
    let when = |free: &FreeSlot| reader.times.when(free.slot.starts_at, free.slot.ends_at);
    visit.show_as(
        status,
        &SlotPage {
            day: found.as_ref().map(day).unwrap_or_default(),
            when: found.as_ref().map(when),
            count: page.t1("slot-count", "count", total),
            lead: page.t1("slot-lead", "hours", crate::domain::proposal::ANSWER_HOURS),
            cards: people.iter().map(card).collect(),
            pager: Pager {
                number,
                size: PAGE,
                total,
                url: format!("{}?page=", path(&mine, &format!("/slots/{id}"))),
            },
            action: path(&mine, "/proposals"),
            slot: id.0.clone(),
            schedule: path(&mine, "/schedule"),
            page,
        },
    )
}
