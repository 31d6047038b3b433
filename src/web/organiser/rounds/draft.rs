//! The page of one round: figures beside what is proved, who has too few meetings and why, the board, the list.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use askama::Template;

use super::causes::{Group, MainCause, Nowhere, groups, main_cause, nowhere};
use super::figures::{
    Level, ServedTable, bounded_by, figures, levels, meetings_each, sentence, served, so_far,
};
use super::list::state_class;
use super::made;
use super::notes::{Note, notes, repair_note};
use super::steps::History;
use super::{base, below_rounds, full_name, number, refusal};
use crate::documents::pictures::{board, histogram};
use crate::domain::account::Role;
use crate::domain::event::Event;
use crate::domain::ids::SlotId;
use crate::domain::participant::Participant;
use crate::domain::round::{PairRule, PairRuleKind, RoundState};
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::rounds::{self, DraftError, DraftMeeting, RoundView};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

/// Meetings on a page of the list.
const PAGE_SIZE: usize = 100;
/// Most meetings that the board draws; a larger plan is read in the list, person by person.
const BOARD_MAX: usize = 2_500;

#[derive(Template)]
#[template(path = "organiser/rounds/draft.html")]
struct DraftPage {
    page: Page,
    rounds_url: String,
    url: String,
    number: u32,
    state: String,
    class: &'static str,
    running: bool,
    /// Whether it has been asked to end.
    stopping: bool,
    /// How far the search is, line by line.
    progress: Vec<(String, String)>,
    may_change: bool,
    has_draft: bool,
    /// Until when it can be restored; empty where it was not thrown away.
    kept_until: String,
    /// What was changed by hand.
    history: History,
    /// Said before anything else.
    nowhere: Option<Nowhere>,
    sentence: String,
    cause: Option<MainCause>,
    levels: Vec<Level>,
    /// Whether no better plan exists, and that is proved.
    proven: bool,
    enough: bool,
    figures: Vec<(String, String)>,
    bounded_by: Option<String>,
    served: Option<ServedTable>,
    histogram: String,
    bars: Vec<histogram::Bar>,
    histogram_sentence: String,
    repair: Option<String>,
    notes: Vec<Note>,
    /// Who has too few, grouped by cause.
    groups: Vec<Group>,
    below: String,
    /// How the round was made.
    made: Vec<(String, String)>,
    bands: Vec<board::Band>,
    board_sentence: String,
    search: String,
    meetings: Vec<Line>,
    pager: Pager,
}

struct Line {
    when: String,
    table: String,
    first: String,
    second: String,
    weight: u32,
    url: String,
    rule: String,
}

/// The page of a round; while it is being solved, one that looks again by itself.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let may_change = access.may(Role::Organiser);
    let round = number(&visit)?;
    let view = visit.run(move |app| rounds::view(app, &access, round)).await?;
    let page = page_of(&visit, view, may_change)?;
    visit.show(&page)
}

/// The page again, with the reason why a change by hand was refused.
pub(super) async fn refused(visit: &Visit, error: DraftError) -> Answer {
    let access = visit.access()?.clone();
    let may_change = access.may(Role::Organiser);
    let round = number(visit)?;
    let view = visit.run(move |app| rounds::view(app, &access, round)).await?;
    let text = refusal::of_error(&visit.frame(), &view, &[], error)?;
    let mut page = page_of(visit, view, may_change)?;
    page.page = page.page.with_notice(Tone::Failure, text);
    visit.show_as(StatusCode::CONFLICT, &page)
}

/// Until when a draft that was thrown away can be restored; empty for others.
pub(super) fn kept_until(page: &Page, view: &RoundView) -> String {
    view.round.kept_until().map(|until| page.words.moment(until, view.event.time_zone)).unwrap_or_default()
}

fn page_of(visit: &Visit, view: RoundView, may_change: bool) -> Result<DraftPage, PageError> {
    let mut page = below_rounds(visit)?;
    let rounds_url = format!("{}/rounds", base(visit)?);
    let url = format!("{rounds_url}/{}", view.round.number);
    let report = &view.report;
    if let Some(failure) = &report.failure {
        let text = page.t1("round-failure", "why", failure);
        page = page.with_notice(Tone::Failure, text);
    }
    let search = text::line(visit.query.one("person"));
    let found = found(&view, &search);
    let pager = pager(visit, &url, &search, found.len());
    let first = pager.first().saturating_sub(1);
    let shown = found.into_iter().skip(first).take(PAGE_SIZE);
    let meetings = shown.map(|meeting| line(&page, &view, meeting, &url)).collect();
    let bands = if view.meetings.len() <= BOARD_MAX { bands(&page, &view) } else { Vec::new() };
    let (bars, picture, histogram_sentence) = meetings_each(&page, report);
    Ok(DraftPage {
        number: view.round.number,
        state: page.t(&format!("round-state-{}", view.round.state.code())),
        class: state_class(view.round.state),
        progress: view.progress.iter().flat_map(|progress| so_far(&page, progress)).collect(),
        running: view.round.state == RoundState::Running,
        stopping: view.is_stopping,
        has_draft: view.round.state == RoundState::Draft,
        kept_until: kept_until(&page, &view),
        history: History::of(&page, &view),
        may_change,
        nowhere: nowhere(&page, &view),
        sentence: sentence(&page, report, view.settings.mix),
        cause: main_cause(&page, report),
        levels: levels(&page, report),
        proven: report.proven,
        enough: report.enough,
        figures: figures(&page, report, view.settings.mix),
        bounded_by: bounded_by(&page, report),
        served: served(&page, report),
        histogram: picture,
        bars,
        histogram_sentence,
        repair: report.repair.as_ref().map(|repair| repair_note(&page, report, repair)),
        notes: notes(visit, &page, &view)?,
        groups: groups(&page, &view),
        below: page.words.number(report.shortfalls.len() as u64),
        made: made::lines(&page, &view.settings, &view.round),
        board_sentence: board_sentence(&page, &view),
        bands,
        search,
        meetings,
        pager,
        page,
        rounds_url,
        url,
    })
}

fn rule_of<'a>(view: &'a RoundView, meeting: &DraftMeeting) -> Option<&'a PairRule> {
    view.rules.iter().find(|rule| rule.a == meeting.meeting.a && rule.b == meeting.meeting.b)
}

fn found<'a>(view: &'a RoundView, search: &str) -> Vec<&'a DraftMeeting> {
    let wanted = Wanted::of(search);
    let fits = |participant: &Participant| wanted.fits(&search::key(&[&full_name(participant)]));
    view.meetings.iter().filter(|meeting| fits(&meeting.a) || fits(&meeting.b)).collect()
}

fn pager(visit: &Visit, url: &str, search: &str, total: usize) -> Pager {
    let number = visit.query.one("page").parse().unwrap_or(1_usize).max(1);
    let person: String =
        search
            .bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
    let mut pager = Pager { number, size: PAGE_SIZE, total, url: format!("{url}?person={person}&page=") };
    pager.number = number.min(pager.pages());
    pager
}

fn line(page: &Page, view: &RoundView, draft: &DraftMeeting, url: &str) -> Line {
    let meeting = &draft.meeting;
    let rule = match rule_of(view, draft).map(|rule| rule.kind) {
        Some(PairRuleKind::Pin) => page.t("round-rule-pinned"),
        Some(PairRuleKind::Forbid) => page.t("round-rule-forbidden"),
        None => String::new(),
    };
    Line {
        when: when(page, view, &meeting.slot),
        table: meeting.table.map(|table| table.to_string()).unwrap_or_default(),
        first: full_name(&draft.a),
        second: full_name(&draft.b),
        weight: meeting.weight,
        url: format!("{url}/meeting?a={}&b={}", meeting.a, meeting.b),
        rule,
    }
}

/// Day and time of a slot.
pub(super) fn when(page: &Page, view: &RoundView, slot: &SlotId) -> String {
    let slot = view.programme.slots.iter().find(|known| known.id == *slot);
    slot.map(|slot| page.words.day_and_time(slot.starts_at, slot.ends_at, view.event.time_zone))
        .unwrap_or_default()
}

fn board_sentence(page: &Page, view: &RoundView) -> String {
    page.t2("round-board-of", "meetings", view.meetings.len(), "slots", view.programme.slots.len())
}

fn bands(page: &Page, view: &RoundView) -> Vec<board::Band> {
    let places: HashMap<&SlotId, usize> =
        view.programme.slots.iter().enumerate().map(|(place, slot)| (&slot.id, place)).collect();
    let meetings = view.meetings.iter().filter_map(|draft| {
        let rule = rule_of(view, draft).map(|rule| rule.kind);
        let wished = draft.meeting.terms.iter().any(|term| term.term == "mutual_wish");
        Some(board::Meeting {
            slot: *places.get(&draft.meeting.slot)?,
            table: draft.meeting.table,
            first: party(&draft.a),
            second: party(&draft.b),
            marks: board::Marks {
                pinned: rule == Some(PairRuleKind::Pin),
                wished,
                ..board::Marks::default()
            },
        })
    });
    let picture = board::Board {
        id: "board".to_string(),
        title: page.t1("round-title", "number", view.round.number),
        description: board_sentence(page, view),
        table: page.t("round-table"),
        slots: slots(page, &view.event, view),
        meetings: meetings.collect(),
    };
    board::bands(&picture, board::COLUMNS)
}

fn party(participant: &Participant) -> board::Party {
    board::Party { short: participant.profile.person.organisation.clone(), full: full_name(participant) }
}

fn slots(page: &Page, event: &Event, view: &RoundView) -> Vec<board::Slot> {
    let zone = event.time_zone;
    let mut before: Option<&crate::domain::event::Slot> = None;
    let mut out = Vec::new();
    for slot in &view.programme.slots {
        let day = slot.starts_at.with_timezone(&zone).date_naive();
        let after = match before {
            Some(earlier) if earlier.starts_at.with_timezone(&zone).date_naive() == day => {
                let pause = earlier.block != slot.block;
                if pause {
                    page.words.time_range(earlier.ends_at, slot.starts_at, zone)
                } else {
                    String::new()
                }
            }
            _ => page.words.long_date(day),
        };
        out.push(board::Slot { label: page.words.time(slot.starts_at, zone), after });
        before = Some(slot);
    }
    out
}
