//! The rounds of an event, so that drafts can be compared.

use crate::zones::Zone;
use actix_web::http::StatusCode;
use askama::Template;

use super::super::frame;
use super::figures::{below, part, points_open};
use super::made;
use crate::domain::account::Role;
use crate::domain::round::{Round, RoundState};
use crate::services::plan_figures;
use crate::services::rounds;
use crate::services::rounds::settings::RoundSettings;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::{Page, Tone};
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/list.html")]
struct ListPage {
    page: Page,
    base: String,
    rounds: Vec<Row>,
    pager: Pager,
    discarded: Vec<Discarded>,
    thrown_away: Pager,
    may_change: bool,
    /// Whether there is a published plan that this visitor may repair.
    may_repair: bool,
    /// That meetings of the published plan no longer fit; empty where all do.
    misfits: String,
}

struct Row {
    number: u32,
    url: String,
    made: String,
    state: String,
    class: &'static str,
    /// How it was made.
    settings: String,
    meetings: String,
    mutual: String,
    below: String,
    countries: String,
    groups: String,
    open: String,
    /// Whether it has figures to compare.
    has_figures: bool,
}

/// A round that was thrown away.
struct Discarded {
    number: u32,
    url: String,
    settings: String,
    made: String,
    /// Until when it can be restored; empty where it cannot.
    kept_until: String,
}

/// How a state is marked.
pub(super) fn state_class(state: RoundState) -> &'static str {
    match state {
        RoundState::Published => "good",
        RoundState::Running | RoundState::Draft => "waiting",
        RoundState::Failed => "bad",
        RoundState::Discarded => "",
    }
}

/// Every round with its figures.
pub async fn show(visit: Visit) -> Answer {
    let list = page_of(&visit).await?;
    visit.show(&list)
}

/// The list again, with the reason why no round was started.
pub(super) async fn refused(visit: &Visit, reason: String) -> Answer {
    let mut list = page_of(visit).await?;
    list.page = list.page.with_notice(Tone::Failure, reason);
    visit.show_as(StatusCode::CONFLICT, &list)
}

/// The rounds that were thrown away.
const DISCARDED: List = List { field: "discarded", head: "discarded", ..List::ONLY };

fn settings_of(round: &Round) -> RoundSettings {
    serde_json::from_str(&round.settings).unwrap_or_default()
}

async fn page_of(visit: &Visit) -> Result<ListPage, PageError> {
    let access = visit.access()?.clone();
    let page = frame::part(visit, &access)?;
    let base = super::base(visit)?;
    let may_change = access.may(Role::Organiser);
    let zone = access.event().time_zone;
    let (found, misfits) = visit
        .run(move |app| {
            let found = rounds::list(app, &access)?;
            Ok::<_, PageError>((found, plan_figures::count_misfits(app, &access)?))
        })
        .await?;
    let published = found.iter().any(|(round, _)| round.stands());
    let misfits = match misfits.meetings {
        0 => String::new(),
        count => page.t2("misfits-title", "meetings", count, "people", misfits.people),
    };
    let (discarded, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(round, _)| round.state == RoundState::Discarded);
    let path = format!("{base}/rounds");
    let pager = List::ONLY.pager_at(&path, visit, found.len());
    let gone = DISCARDED.pager_at(&path, visit, discarded.len());
    let discarded = gone.cut(&discarded).map(|(round, _)| thrown_away(&page, &path, zone, round)).collect();
    let rows = pager.cut(&found).map(|(round, report)| row(&page, &path, zone, round, report)).collect();
    let may_repair = published && may_change;
    Ok(ListPage {
        rounds: rows,
        pager,
        discarded,
        thrown_away: gone,
        may_change,
        may_repair,
        misfits,
        base,
        page,
    })
}

fn row(page: &Page, path: &str, zone: Zone, round: &Round, report: &rounds::Report) -> Row {
    let figures = &report.figures;
    let settings = settings_of(round);
    Row {
        number: round.number,
        url: format!("{path}/{}", round.number),
        made: page.words.moment(round.created_at, zone),
        state: match round.withdrawn_at {
            Some(_) => page.t("round-state-withdrawn"),
            None => page.t(&format!("round-state-{}", round.state.code())),
        },
        class: if round.withdrawn_at.is_some() { "" } else { state_class(round.state) },
        settings: made::in_short(page, &settings, round),
        meetings: page.words.number(figures.meetings),
        mutual: page.t2("round-of", "reached", figures.mutual, "bound", figures.mutual_bound),
        below: below(page, report),
        countries: part(page, report, figures.across_countries),
        groups: part(page, report, figures.across_groups),
        open: points_open(page, report),
        has_figures: figures.people > 0,
    }
}

fn thrown_away(page: &Page, path: &str, zone: Zone, round: &Round) -> Discarded {
    Discarded {
        number: round.number,
        url: format!("{path}/{}", round.number),
        settings: made::in_short(page, &settings_of(round), round),
        made: page.words.moment(round.created_at, zone),
        kept_until: round.kept_until().map(|until| page.words.moment(until, zone)).unwrap_or_default(),
    }
}
