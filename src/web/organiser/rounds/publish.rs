//! Publishing a draft, or throwing it away: what would change, then the button.

use crate::zones::Zone;
use actix_web::http::StatusCode;
use askama::Template;

use super::draft::when;
use super::{base, below_rounds, full_name, number};
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::round::RoundState;
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::rounds::{
    self, Outdated, PersonDifference, PlanDifference, PublishError, RoundView, Stopping, WhyOutdated,
};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/publish.html")]
struct PublishPage {
    page: Page,
    url: String,
    number: u32,
    changes: PlanDifference,
    search: String,
    people: Vec<Row>,
    pager: Pager,
    /// What must be known before: that people are in no meeting slot.
    warning: Option<String>,
}

/// What changes for one person, in words.
struct Row {
    name: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "organiser/rounds/outdated.html")]
struct OutdatedPage {
    page: Page,
    base: String,
    url: String,
    number: u32,
    meetings: Vec<Impossible>,
    pager: Pager,
}

/// A meeting that cannot be published, in words.
struct Impossible {
    pair: String,
    when: String,
    why: String,
    /// Where it can be moved or taken out.
    url: String,
}

/// What publishing would change.
pub async fn confirm(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    let url = format!("{}/rounds/{round}", base(&visit)?);
    let lang = visit.lang();
    let found = visit.attempt(move |app| rounds::difference(app, &access, round, lang)).await?;
    match found {
        Ok(changes) => {
            let page =
                below_rounds(&visit)?.below(visit.frame().t1("round-title", "number", round), url.clone());
            let search = text::line(visit.query.one("search"));
            let found = named(&changes, &search);
            let pager = CHANGES.pager(&visit, found.len());
            let zone = visit.access()?.event().time_zone;
            let people = rows(&page, &changes, pager.cut(found), zone);
            let nowhere = changes.nowhere;
            let warning = (nowhere > 0).then(|| page.t1("round-publish-nowhere", "people", nowhere));
            visit.show(&PublishPage { page, url, number: round, changes, search, people, pager, warning })
        }
        Err(error) => refused(&visit, round, error).await,
    }
}

/// What changes for each person.
const CHANGES: List = List { head: "changes", ..List::ONLY };

/// Those whom a search finds of all whose plan changes.
fn named<'a>(changes: &'a PlanDifference, search: &str) -> Vec<&'a PersonDifference> {
    let wanted = Wanted::of(search);
    let fits = |person: &&PersonDifference| {
        let name = changes.names.get(&person.participant).map(full_name).unwrap_or_default();
        wanted.is_anything() || wanted.fits(&search::key(&[&name]))
    };
    changes.people.iter().filter(fits).collect()
}

fn rows<'a>(
    page: &Page,
    changes: &PlanDifference,
    some: impl Iterator<Item = &'a PersonDifference>,
    zone: Zone,
) -> Vec<Row> {
    let name = |id: &ParticipantId| changes.names.get(id).map(full_name).unwrap_or_default();
    let time = |meeting: &Meeting| page.words.day_and_time(meeting.starts_at, meeting.ends_at, zone);
    let row = |person: &PersonDifference| {
        let line = |key: &str, meeting: &Meeting| {
            page.t2(key, "when", time(meeting), "name", name(meeting.partner_of(&person.participant)))
        };
        let lost = person.lost.iter().map(|meeting| line("round-change-lost", meeting));
        let moved = person.moved.iter().map(|(before, after)| {
            let partner = name(after.partner_of(&person.participant));
            if before.slot == after.slot {
                return line("round-change-table", after);
            }
            let values = [("from", time(before)), ("when", time(after)), ("name", partner)];
            page.words.tn("round-change-moved", &values)
        });
        let gained = person.gained.iter().map(|meeting| line("round-change-gained", meeting));
        Row { name: name(&person.participant), lines: lost.chain(moved).chain(gained).collect() }
    };
    some.map(row).collect()
}

/// Publishes the draft.
pub async fn publish(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let published = visit.attempt(move |app| rounds::publish(app, &access, round)).await?;
    match published {
        Ok(_) => Ok(visit.see_with(&format!("{}/rounds/{round}", base(&visit)?), "round-published")),
        Err(error) => refused(&visit, round, error).await,
    }
}

async fn refused(visit: &Visit, round: u32, error: PublishError) -> Answer {
    match error {
        PublishError::NoDraft => Ok(visit.see(&format!("{}/rounds/{round}", base(visit)?))),
        PublishError::Outdated(meetings) => {
            let access = visit.access()?.clone();
            let view = visit.run(move |app| rounds::view(app, &access, round)).await?;
            let (page, base) = (below_rounds(visit)?, base(visit)?);
            let url = format!("{base}/rounds/{round}");
            let pager = List::ONLY.pager(visit, meetings.len());
            let meetings =
                pager.cut(&meetings).map(|meeting| impossible(&page, &view, &url, meeting)).collect();
            let template = OutdatedPage { number: round, meetings, pager, page, base, url };
            visit.show_as(StatusCode::CONFLICT, &template)
        }
        PublishError::EventIsDraft => {
            super::list::refused(visit, visit.frame().t("problem-publish-draft")).await
        }
        PublishError::KeepsChanging => {
            let text = visit.frame().t("round-publish-busy");
            super::list::refused(visit, text).await
        }
        PublishError::Fault(fault) => Err(fault.into()),
    }
}

fn impossible(page: &Page, view: &RoundView, url: &str, meeting: &Outdated) -> Impossible {
    let name = |id: &ParticipantId| view.people.get(id).map(full_name).unwrap_or_default();
    let why = match &meeting.why {
        WhyOutdated::SlotBegun => page.t("outdated-slot-begun"),
        WhyOutdated::Away { who } => page.t1("ignored-away", "name", name(who)),
        WhyOutdated::Busy { who } => page.t1("outdated-busy", "name", name(who)),
        WhyOutdated::NoInterpreter => page.t("misfit-no-interpreter"),
        WhyOutdated::TableGone => page.t("ignored-table-gone"),
        WhyOutdated::TableTaken => page.t("outdated-table-taken"),
        WhyOutdated::NotAllowed => page.t("outdated-not-allowed"),
        WhyOutdated::AboveLimit { who, limit } => {
            page.t2("outdated-above-limit", "name", name(who), "limit", limit)
        }
    };
    let mut drafts = view.meetings.iter().map(|draft| &draft.meeting);
    let own = drafts.find(|own| own.a == meeting.a && own.b == meeting.b);
    let table = own.and_then(|own| own.table).map(|table| page.words.table(&view.programme.floor, table));
    Impossible {
        pair: format!("{} – {}", name(&meeting.a), name(&meeting.b)),
        when: [when(page, view, &meeting.slot)].into_iter().chain(table).collect::<Vec<_>>().join(" · "),
        why,
        url: if own.is_some() {
            format!("{url}/meeting?a={}&b={}", meeting.a, meeting.b)
        } else {
            String::new()
        },
    }
}

/// Ends the search with the best draft so far.
pub async fn stop(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let stopping = visit.run(move |app| rounds::stop(app, &access, round)).await?;
    let url = format!("{}/rounds/{round}", base(&visit)?);
    Ok(match stopping {
        Stopping::Asked => visit.see_with(&url, "round-stop-asked"),
        Stopping::AskedBefore => visit.see_with(&url, "round-stop-asked-before"),
        Stopping::NotRunning => visit.see(&url),
    })
}

#[derive(Template)]
#[template(path = "organiser/rounds/discard.html")]
struct DiscardPage {
    page: Page,
    url: String,
    number: u32,
    meetings: usize,
    by_hand: bool,
    /// Whether it can be restored for a day.
    is_kept: bool,
}

/// Asks before a draft is thrown away: its meetings come back for a day alone.
pub async fn ask_to_discard(visit: Visit) -> Answer {
    let access = visit.access()?.clone();
    let round = number(&visit)?;
    let rounds::Outline { view, places, .. } =
        visit.run(move |app| rounds::outline(app, &access, round, "")).await?;
    let url = format!("{}/rounds/{round}", base(&visit)?);
    if matches!(view.round.state, RoundState::Published | RoundState::Discarded) {
        return Ok(visit.see(&url));
    }
    let page = below_rounds(&visit)?.below(visit.frame().t1("round-title", "number", round), url.clone());
    let by_hand = view.is_changed_by_hand();
    let is_kept = view.round.state == RoundState::Draft;
    visit.show(&DiscardPage { page, url, number: round, meetings: places.len(), by_hand, is_kept })
}

/// Throws a draft away.
pub async fn discard(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let is_kept: bool =
        visit.run(move |app| rounds::discard(app, &access, round)).await.map_err(|error: PageError| error)?;
    let said = if is_kept { "round-discarded-kept" } else { "round-discarded" };
    Ok(visit.see_with(&format!("{}/rounds", base(&visit)?), said))
}
