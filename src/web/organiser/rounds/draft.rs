//! The page of one round: figures beside what is proved, who has too few meetings and why, the board, the list.

use std::collections::{BTreeSet, HashMap};

use actix_web::http::StatusCode;
use askama::Template;

use super::board::{Window, chosen_slot};
use super::causes::{self, Group, MainCause, Named, Nowhere, groups, main_cause, nowhere};
use super::figures::{
    Level, OwnHours, ServedTable, bounded_by, figures, levels, meetings_each, sentence, served, so_far,
};
use super::list::state_class;
use super::made;
use super::notes::{self, Note, notes, repair_note};
use super::steps::{self, History};
use super::{base, below_rounds, full_name, number, refusal};
use crate::documents::pictures::{board, histogram};
use crate::domain::account::Role;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::round::{PairRuleKind, RoundMeeting, RoundState};
use crate::domain::text;
use crate::services::rounds::{self, DraftError, DraftMeeting, Outline, RoundView};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::paging::List;
use crate::web::visit::Visit;

/// The list of meetings.
const MEETINGS: List = List { head: "meetings", ..List::ONLY };

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
    nowhere: Vec<Nowhere>,
    sentence: String,
    cause: Option<MainCause>,
    levels: Vec<Level>,
    /// Whether no better plan exists, and that is proved.
    proven: bool,
    enough: bool,
    figures: Vec<(String, String)>,
    bounded_by: Option<String>,
    served: Option<ServedTable>,
    /// At which hours of their own day people meet, and of how many seats; empty where that is one for all.
    own_hours: OwnHours,
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
    /// All people of a group that is asked for.
    named: Option<Named>,
    bands: Vec<board::Band>,
    board_sentence: String,
    window: Window,
    search: String,
    meetings: Vec<Line>,
    pager: Pager,
}

struct Line {
    when: String,
    table: String,
    first: String,
    second: String,
    interpreter: String,
    weight: u32,
    url: String,
    rule: String,
}

/// What of a round stands on its page.
struct Layout {
    search: String,
    /// The page of the list, and its meetings.
    pager: Pager,
    listed: Vec<(ParticipantId, ParticipantId)>,
    window: Window,
    named: Option<Named>,
}

impl Layout {
    fn of(visit: &Visit, page: &Page, outline: &Outline, url: &str, search: String) -> Layout {
        let slot = chosen_slot(visit, &outline.view.programme).map(|slot| &slot.id);
        let fits = |(a, b, at, ..): &&rounds::DraftPlace| {
            slot.is_none_or(|slot| slot == at)
                && outline.found.as_ref().is_none_or(|found| found.contains(a) || found.contains(b))
        };
        let found: Vec<&rounds::DraftPlace> = outline.places.iter().filter(fits).collect();
        let pager = MEETINGS.pager_at(url, visit, found.len());
        Layout {
            listed: pager.cut(found).map(|(a, b, ..)| (a.clone(), b.clone())).collect(),
            window: Window::of(visit, page, outline, url),
            named: causes::asked(visit, page, &outline.view.report, url),
            pager,
            search,
        }
    }

    /// Everyone who is named beside the meetings.
    fn people(&self, visit: &Visit, view: &RoundView, url: &str) -> BTreeSet<ParticipantId> {
        let causes = causes::people(&view.report, self.named.as_ref());
        causes.into_iter().chain(notes::people(&view.report)).chain(steps::people(visit, view, url)).collect()
    }
}

/// The page of a round; while it is being solved, one that looks again by itself.
pub async fn show(visit: Visit) -> Answer {
    let (page, _) = page_of(&visit, None).await?;
    visit.show(&page)
}

/// The page again, with the reason why a change by hand was refused.
pub(super) async fn refused(visit: &Visit, error: DraftError) -> Answer {
    let named = refusal::people(&error).cloned();
    let (mut page, view) = page_of(visit, named).await?;
    let text = refusal::of_error(&visit.frame(), &view, &[], error)?;
    page.page = page.page.with_notice(Tone::Failure, text);
    visit.show_as(StatusCode::CONFLICT, &page)
}

/// The page of the round of the path, with somebody named beside.
async fn page_of(visit: &Visit, beside: Option<ParticipantId>) -> Result<(DraftPage, RoundView), PageError> {
    let access = visit.access()?.clone();
    let may_change = access.may(Role::Organiser);
    let (round, search) = (number(visit)?, text::line(visit.query.one("person")));
    let asked = search.clone();
    let url = format!("{}/rounds/{round}", base(visit)?);
    let outline = visit.run(move |app| rounds::outline(app, &access, round, &asked)).await?;
    let layout = Layout::of(visit, &below_rounds(visit)?, &outline, &url, search);
    let (planned, view) = (outline.places.len(), outline.view);
    let mut people = layout.people(visit, &view, &url);
    people.extend(beside);
    let mut pairs = layout.window.pairs();
    pairs.extend(layout.listed.iter().cloned());
    let view = visit.run(move |app| rounds::filled(app, view, &pairs, &people)).await?;
    Ok((filled(visit, &view, layout, planned, may_change)?, view))
}

/// Until when a draft that was thrown away can be restored; empty for others.
pub(super) fn kept_until(page: &Page, view: &RoundView) -> String {
    view.round.kept_until().map(|until| page.words.moment(until, view.event.time_zone)).unwrap_or_default()
}

fn filled(
    visit: &Visit,
    view: &RoundView,
    layout: Layout,
    planned: usize,
    may_change: bool,
) -> Result<DraftPage, PageError> {
    let page = below_rounds(visit)?;
    let rounds_url = format!("{}/rounds", base(visit)?);
    let url = format!("{rounds_url}/{}", view.round.number);
    let report = &view.report;
    let page = match &report.failure {
        Some(failure) => page.clone().with_notice(Tone::Failure, page.t1("round-failure", "why", failure)),
        None => page,
    };
    let Layout { search, pager, listed, window, named } = layout;
    let meetings = lines(&page, view, &listed, &url);
    let bands = window.bands(&page, view);
    let (bars, picture, histogram_sentence) = meetings_each(&page, report);
    Ok(DraftPage {
        number: view.round.number,
        state: page.t(&format!("round-state-{}", view.round.state.code())),
        class: state_class(view.round.state),
        progress: view.progress.iter().flat_map(|progress| so_far(&page, progress)).collect(),
        running: view.round.state == RoundState::Running,
        stopping: view.is_stopping,
        has_draft: view.round.state == RoundState::Draft,
        kept_until: kept_until(&page, view),
        history: History::of(visit, &page, view, &url),
        may_change,
        nowhere: nowhere(&page, view, &url),
        sentence: sentence(&page, report, view.settings.mix),
        cause: main_cause(&page, report),
        levels: levels(&page, report),
        proven: report.proven,
        enough: report.enough,
        figures: figures(&page, report, view.settings.mix),
        bounded_by: bounded_by(&page, report),
        served: served(&page, report),
        own_hours: OwnHours::of(&page, report),
        histogram: picture,
        bars,
        histogram_sentence,
        repair: report.repair.as_ref().map(|repair| repair_note(&page, report, repair)),
        notes: notes(visit, &page, view)?,
        groups: groups(&page, view, &url),
        named: named.map(|named| named.filled(&page, view)),
        below: page.words.number(report.shortfalls.len() as u64),
        made: made::lines(&page, &view.settings, &view.round),
        board_sentence: page.t2("round-board-of", "meetings", planned, "slots", view.programme.slots.len()),
        bands,
        window,
        search,
        meetings,
        pager,
        page,
        rounds_url,
        url,
    })
}

/// Meetings of the list in its order.
fn lines(page: &Page, view: &RoundView, listed: &[(ParticipantId, ParticipantId)], url: &str) -> Vec<Line> {
    let drafts: HashMap<_, _> =
        view.meetings.iter().map(|draft| ((&draft.meeting.a, &draft.meeting.b), draft)).collect();
    let shown = listed.iter().filter_map(|(a, b)| drafts.get(&(a, b)).copied());
    shown.map(|draft| line(page, view, draft, url)).collect()
}

fn line(page: &Page, view: &RoundView, draft: &DraftMeeting, url: &str) -> Line {
    let meeting = &draft.meeting;
    let rule = view.rules.iter().find(|rule| rule.a == meeting.a && rule.b == meeting.b);
    let rule = match rule.map(|rule| rule.kind) {
        Some(PairRuleKind::Pin) => page.t("round-rule-pinned"),
        Some(PairRuleKind::Forbid) => page.t("round-rule-forbidden"),
        None => String::new(),
    };
    Line {
        when: when(page, view, &meeting.slot),
        table: meeting
            .table
            .map(|table| page.words.table_in_list(&view.programme.floor, table))
            .unwrap_or_default(),
        first: full_name(&draft.a),
        second: full_name(&draft.b),
        interpreter: interpreter(page, view, meeting),
        weight: meeting.weight,
        url: format!("{url}/meeting?a={}&b={}", meeting.a, meeting.b),
        rule,
    }
}

/// Who interprets; empty where nobody is needed.
pub(super) fn interpreter(page: &Page, view: &RoundView, meeting: &RoundMeeting) -> String {
    page.words.interpreter(&view.programme.interpreting, meeting.interpreter.as_ref()).unwrap_or_default()
}

/// Day and time of a slot.
pub(super) fn when(page: &Page, view: &RoundView, slot: &SlotId) -> String {
    let slot = view.programme.slots.iter().find(|known| known.id == *slot);
    slot.map(|slot| page.words.day_and_time(slot.starts_at, slot.ends_at, view.event.time_zone))
        .unwrap_or_default()
}
