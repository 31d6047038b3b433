//! On the day: who did not come to a slot, and the new pairs for those who wait.

use actix_web::http::StatusCode;
use askama::Template;

use super::full_name;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::text;
use crate::services::rounds::{self, Looked, RescueError, RescueView, Rescued};
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::organiser::frame::below;
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

/// The field of the buttons that search and turn pages: nothing is worked out then.
const LOOK: &str = "look";

#[derive(Template)]
#[template(path = "organiser/rounds/rescue.html")]
struct RescuePage {
    page: Page,
    url: String,
    slots: Vec<Choice>,
    slot: String,
    search: String,
    /// Whether anybody is expected in the slot at all.
    has_meetings: bool,
    /// Some of the meetings of the slot.
    expected: Vec<Expected>,
    pager: Pager,
    /// The pages before and after, each with its word.
    turns: Vec<(usize, String)>,
    /// Who is ticked and not on this page.
    unseen: Vec<String>,
    proposal: Option<Proposal>,
}

struct Expected {
    table: String,
    people: [Choice; 2],
}

struct Proposal {
    absent: Vec<String>,
    gained: Vec<String>,
    waiting: Vec<String>,
}

/// The slot that runs or comes next, and, where somebody is ticked, what would be done.
pub async fn show(visit: Visit) -> Answer {
    let absent: Vec<ParticipantId> = visit.query.many("absent").into_iter().map(ParticipantId).collect();
    let slot = SlotId(visit.query.one("slot").to_string());
    if absent.is_empty() || visit.query.has(LOOK) {
        let page = page_of(&visit, &slot, &absent, None).await?;
        return visit.show(&page);
    }
    let access = visit.door()?.clone();
    let (wanted, named) = (slot.clone(), absent.clone());
    let found = visit.attempt(move |app| rounds::preview(app, &access, &wanted, &named)).await?;
    match found {
        Ok(rescued) => {
            let page = page_of(&visit, &slot, &absent, Some(rescued)).await?;
            visit.show(&page)
        }
        Err(error) => refused(&visit, &slot, &absent, error).await,
    }
}

/// Brings together who waits.
pub async fn submit(visit: Visit) -> Answer {
    let absent: Vec<ParticipantId> = visit.form.many("absent").into_iter().map(ParticipantId).collect();
    let slot = SlotId(visit.form.one("slot").to_string());
    let access = visit.door()?.clone();
    let (wanted, named) = (slot.clone(), absent.clone());
    let done = visit.attempt(move |app| rounds::rescue(app, &access, &wanted, &named)).await?;
    match done {
        Ok(_) => Ok(visit.see_with(visit.path(), "rescued")),
        Err(error) => refused(&visit, &slot, &absent, error).await,
    }
}

async fn refused(visit: &Visit, slot: &SlotId, absent: &[ParticipantId], error: RescueError) -> Answer {
    let key = match error {
        RescueError::NoSlot => "rescue-no-slot",
        RescueError::NobodyMissed => "rescue-nobody-missed",
        RescueError::NothingPublished => "round-nothing-published",
        RescueError::KeepsChanging => "change-busy-event",
        RescueError::Fault(fault) => return Err(fault.into()),
    };
    let mut page = page_of(visit, slot, absent, None).await?;
    let text = page.page.t(key);
    page.page = page.page.with_notice(Tone::Failure, text);
    visit.show_as(StatusCode::CONFLICT, &page)
}

async fn page_of(
    visit: &Visit,
    slot: &SlotId,
    absent: &[ParticipantId],
    rescued: Option<Rescued>,
) -> Result<RescuePage, PageError> {
    let access = visit.door()?.clone();
    let zone = access.event().time_zone;
    let asked = visit.query.one(LOOK).parse().unwrap_or(1_usize).max(1);
    let search = text::line(visit.query.one("search"));
    // Until the organiser chooses, those are ticked whose partners wait for them.
    let is_chosen = !absent.is_empty() || visit.query.has(LOOK);
    let looked = Looked {
        slot: Some(slot.clone()),
        search: search.clone(),
        ticked: is_chosen.then(|| absent.to_vec()),
        page: asked,
        beside: rescued.as_ref().map(named).unwrap_or_default(),
    };
    let view = visit.run(move |app| rounds::expected(app, &access, &looked)).await?;
    let page = below(visit, visit.door()?, "nav-door", "/door")?;
    let mut pager = Pager { number: asked, size: rounds::MEETINGS, total: view.found, url: String::new() };
    pager.number = asked.min(pager.pages());
    let before = (pager.number > 1).then(|| (pager.number - 1, page.t("pager-previous")));
    let after = (pager.number < pager.pages()).then(|| (pager.number + 1, page.t("pager-next")));
    let chosen = view.slot.as_ref().map(|slot| slot.id.as_str().to_string()).unwrap_or_default();
    let slots = view.slots.iter().map(|slot| {
        let label = page.words.day_and_time(slot.starts_at, slot.ends_at, zone);
        Choice::new(slot.id.as_str(), label, slot.id.as_str() == chosen)
    });
    let is_shown = |id: &ParticipantId| view.meetings.iter().any(|one| one.a == *id || one.b == *id);
    Ok(RescuePage {
        url: visit.path().to_string(),
        slots: slots.collect(),
        has_meetings: view.planned > 0,
        expected: view.meetings.iter().map(|meeting| expected(&page, &view, meeting)).collect(),
        unseen: view.ticked.iter().filter(|id| !is_shown(id)).map(|id| id.0.clone()).collect(),
        turns: before.into_iter().chain(after).collect(),
        pager,
        proposal: rescued.map(|rescued| proposal(&page, &view, &rescued, absent)),
        slot: chosen,
        search,
        page,
    })
}

/// Everyone whom a proposal names.
fn named(rescued: &Rescued) -> Vec<ParticipantId> {
    let gained = rescued.gained.iter().flat_map(|meeting| [&meeting.a, &meeting.b]);
    gained.chain(&rescued.waiting).cloned().collect()
}

fn name(view: &RescueView, id: &ParticipantId) -> String {
    view.people.get(id).map(full_name).unwrap_or_default()
}

fn table(page: &Page, view: &RescueView, meeting: &Meeting) -> String {
    page.words.place(&view.lists, meeting.table, meeting.interpreter.as_ref())
}

fn expected(page: &Page, view: &RescueView, meeting: &Meeting) -> Expected {
    let choice = |id: &ParticipantId| Choice::new(id.as_str(), name(view, id), view.ticked.contains(id));
    Expected { table: table(page, view, meeting), people: [choice(&meeting.a), choice(&meeting.b)] }
}

fn proposal(page: &Page, view: &RescueView, rescued: &Rescued, absent: &[ParticipantId]) -> Proposal {
    let pair = |meeting: &Meeting| {
        let line = format!("{} – {}", name(view, &meeting.a), name(view, &meeting.b));
        let table = table(page, view, meeting);
        if table.is_empty() { line } else { format!("{table}: {line}") }
    };
    Proposal {
        absent: absent.iter().map(|id| id.as_str().to_string()).collect(),
        gained: rescued.gained.iter().map(pair).collect(),
        waiting: rescued.waiting.iter().map(|id| name(view, id)).collect(),
    }
}
