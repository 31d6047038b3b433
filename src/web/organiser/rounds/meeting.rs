//! One meeting of a round: why the two meet, and what the organiser can change.

use actix_web::http::StatusCode;
use askama::Template;

use super::super::breaks;
use super::draft::when;
use super::{base, below_rounds, draft, frame, number, refusal, swap};
use crate::domain::account::Role;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::problems::Problems;
use crate::domain::round::{PairRule, PairRuleKind, RoundState};
use crate::services::rounds::{self, ChangeProblem, DraftError, DraftMeeting, FreePlace, RoundView, Spot};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::own_questions::reason;
use crate::web::page::{Page, Tone};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/meeting.html")]
struct MeetingPage {
    page: Page,
    problems: Problems,
    url: String,
    number: u32,
    a: String,
    b: String,
    first: (String, String),
    second: (String, String),
    when: String,
    table: String,
    interpreter: String,
    slot: String,
    reasons: Vec<(String, i32)>,
    weight: u32,
    can_move: bool,
    may_change: bool,
    slots: Vec<Choice>,
    /// Meetings with which it can change places.
    swaps: Vec<Choice>,
    has_tables: bool,
    rule: Option<String>,
}

/// Two people of a meeting.
pub(super) type Two = (ParticipantId, ParticipantId);

/// A time and a table that the page had shown.
pub(super) type Seen = (SlotId, Option<u32>);

/// The two people of the meeting.
pub(super) fn pair(visit: &Visit) -> Two {
    let either = |name: &str| {
        let posted = visit.form.one(name);
        if posted.is_empty() { visit.query.one(name).to_string() } else { posted.to_string() }
    };
    (ParticipantId(either("a")), ParticipantId(either("b")))
}

/// Why they meet, and what can be changed.
pub async fn show(visit: Visit) -> Answer {
    let page = page_of(&visit, None).await?;
    visit.show(&page)
}

async fn page_of(visit: &Visit, refused: Option<DraftError>) -> Result<MeetingPage, PageError> {
    let access = visit.access()?.clone();
    let may_change = access.may(Role::Organiser);
    let round = number(visit)?;
    let (a, b) = pair(visit);
    let is_it = move |draft: &&DraftMeeting| draft.meeting.a == a && draft.meeting.b == b;
    let of = is_it.clone();
    let (view, free, swaps) = visit
        .run(move |app| {
            let view = rounds::view(app, &access, round)?;
            let draft = view.meetings.iter().find(of);
            let free = draft.map(|draft| rounds::free_places(app, &view, draft)).unwrap_or_default();
            let swaps = draft.map(|draft| rounds::swaps(app, &view, draft)).unwrap_or_default();
            Ok::<_, crate::services::Fault>((view, free, swaps))
        })
        .await?;
    let draft = view.meetings.iter().find(is_it).ok_or(PageError::NotFound)?;
    let url = format!("{}/rounds/{}", base(visit)?, view.round.number);
    let mut page =
        below_rounds(visit)?.below(visit.frame().t1("round-title", "number", view.round.number), url.clone());
    if let Some(error) = refused {
        let text = refusal::of_error(&page, &view, &[], error)?;
        page = page.with_notice(Tone::Failure, text);
    }
    Ok(MeetingPage {
        slots: places(&page, &view, Some(&draft.meeting.slot), &free),
        swaps: swap::choices(&page, &view, &swaps),
        ..filled(page, url, &view, draft, may_change)
    })
}

fn filled(page: Page, url: String, view: &RoundView, draft: &DraftMeeting, may_change: bool) -> MeetingPage {
    let meeting = &draft.meeting;
    let reasons = meeting
        .terms
        .iter()
        .map(|term| (reason(page.words, view.event.first_language(), &view.programme, term), term.points));
    let rule = view.rules.iter().find(|rule| rule.a == meeting.a && rule.b == meeting.b);
    let named = |participant: &crate::domain::participant::Participant| {
        let person = &participant.profile.person;
        (person.name.clone(), person.organisation.clone())
    };
    MeetingPage {
        number: view.round.number,
        a: meeting.a.0.clone(),
        b: meeting.b.0.clone(),
        first: named(&draft.a),
        second: named(&draft.b),
        when: when(&page, view, &meeting.slot),
        slot: meeting.slot.0.clone(),
        table: meeting.table.map(|table| table.to_string()).unwrap_or_default(),
        interpreter: view
            .programme
            .interpreting
            .name(meeting.interpreter.as_ref())
            .unwrap_or_default()
            .to_string(),
        reasons: reasons.collect(),
        weight: meeting.weight,
        can_move: may_change && view.round.state == RoundState::Draft,
        may_change,
        slots: Vec::new(),
        swaps: Vec::new(),
        has_tables: has_tables(view),
        rule: rule.map(|rule| match rule.kind {
            PairRuleKind::Pin => page.t("round-rule-pinned"),
            PairRuleKind::Forbid => page.t("round-rule-forbidden"),
        }),
        problems: Problems::new(),
        page,
        url,
    }
}

/// Whether meetings of the event are held at tables.
pub(super) fn has_tables(view: &RoundView) -> bool {
    view.event.tables().is_some()
}

/// The times that work, each with the tables that are free then and with what it costs; one of them may be where it is now.
pub(super) fn places(
    page: &Page,
    view: &RoundView,
    now: Option<&SlotId>,
    places: &[FreePlace],
) -> Vec<Choice> {
    let choice = |place: &FreePlace| {
        let time = when(page, view, &place.slot);
        let tables: Vec<String> = place.tables.iter().take(MOST_TABLES).map(u32::to_string).collect();
        let more = if place.tables.len() > MOST_TABLES { " …" } else { "" };
        let free = (!tables.is_empty())
            .then(|| page.t1("round-move-free", "tables", format!("{}{more}", tables.join(", "))));
        let parts = std::iter::once(time).chain(free).chain(cost(page, place.more_gaps));
        let label = parts.collect::<Vec<_>>().join(" · ");
        Choice::new(place.slot.as_str(), label, now == Some(&place.slot))
    };
    places.iter().map(choice).collect()
}

/// What a change costs in gaps between meetings; nothing where it costs none.
pub(super) fn cost(page: &Page, more_gaps: i64) -> Option<String> {
    match more_gaps {
        0 => None,
        more @ 1.. => Some(page.t1("round-move-more-gaps", "n", more)),
        fewer => Some(page.t1("round-move-fewer-gaps", "n", -fewer)),
    }
}

/// Most free tables that a choice names.
const MOST_TABLES: usize = 8;

/// Where the page had shown the meeting; nothing if a program sends no such thing.
pub(super) fn seen(visit: &Visit) -> Option<Seen> {
    let slot = visit.form.one("seen_slot");
    (!slot.is_empty()).then(|| (SlotId(slot.to_string()), visit.form.one("seen_table").parse().ok()))
}

pub(super) fn as_spot((slot, table): &Seen) -> Spot<'_> {
    (slot, *table)
}

/// Moves the meeting to another time and table.
pub async fn change(visit: Visit) -> Answer {
    let (a, b) = pair(&visit);
    let seen = seen(&visit);
    let slot = SlotId(visit.form.one("slot").to_string());
    let table = visit.form.one("table").trim().parse().ok();
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let moved = visit
        .attempt(move |app| {
            rounds::move_meeting(app, &access, round, (&a, &b), seen.as_ref().map(as_spot), (&slot, table))
        })
        .await?;
    answer(&visit, moved).await
}

/// Takes the meeting out of the draft.
pub async fn remove(visit: Visit) -> Answer {
    let (a, b) = pair(&visit);
    let seen = seen(&visit);
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let removed = visit
        .attempt(move |app| rounds::remove_meeting(app, &access, round, (&a, &b), seen.as_ref().map(as_spot)))
        .await?;
    answer(&visit, removed).await
}

/// The draft when it is changed, or the meeting with the reason why not.
pub(super) async fn answer(visit: &Visit, changed: Result<(), DraftError>) -> Answer {
    match changed {
        Ok(()) => {
            let url = format!("{}/rounds/{}", base(visit)?, number(visit)?);
            Ok(visit.see_with(&url, "round-changed"))
        }
        Err(DraftError::Change(ChangeProblem::NoMeeting)) => {
            draft::refused(visit, DraftError::Change(ChangeProblem::NoMeeting)).await
        }
        Err(error) => {
            let page = page_of(visit, Some(error)).await?;
            visit.show_as(StatusCode::CONFLICT, &page)
        }
    }
}

/// Pins the pair (here or anywhere), forbids it, or forgets the rule.
pub async fn rule(visit: Visit) -> Answer {
    let (a, b) = pair(&visit);
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let ruled = visit.form.one("rule").to_string();
    let accepted = visit.accepted();
    let done = visit
        .attempt(move |app| {
            let of = |kind, slot, table| Some(PairRule { a: a.clone(), b: b.clone(), kind, slot, table });
            let rule = match ruled.as_str() {
                "pin" => of(PairRuleKind::Pin, None, None),
                "pin_here" => {
                    let view = rounds::view(app, &access, round)?;
                    let here =
                        view.meetings.iter().find(|draft| draft.meeting.a == a && draft.meeting.b == b);
                    let place = here.map(|draft| (draft.meeting.slot.clone(), draft.meeting.table));
                    let (slot, table) = place.map_or((None, None), |(slot, table)| (Some(slot), table));
                    of(PairRuleKind::Pin, slot, table)
                }
                "forbid" => of(PairRuleKind::Forbid, None, None),
                _ => None,
            };
            rounds::rule_from_draft(app, &access, round, (&a, &b), rule, &accepted)
        })
        .await?;
    let (a, b) = pair(&visit);
    let url = format!("{}/rounds/{round}/meeting?a={a}&b={b}", base(&visit)?);
    let page = frame::part(&visit, visit.access()?);
    // Nothing is typed here that could be wrong.
    breaks::outcome(&visit, page, done, &url, (&url, "pair-saved"))
        .await
        .unwrap_or(Err(PageError::BadRequest))
}
