//! "The published plan no longer fits": the meetings that cannot take place as they are, why, and what can be done; and taking
//! back the whole plan.

use askama::Template;

use super::frame::{address, again, below, label_in, part, problems_of};
use crate::domain::account::Role;
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::misfit::{Misfit, MisfitMeeting};
use crate::domain::problems::{Message, Problems};
use crate::services::calling_off::{self, Withdrawal};
use crate::services::misfits::{self, Misfits};
use crate::web::error::Answer;
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

/// A meeting that fits no longer.
pub(super) struct MisfitRow {
    pub id: String,
    pub time: String,
    pub table: String,
    /// Each of the two, with the address of their page.
    pub people: [(String, String); 2],
    pub why: Vec<String>,
}

/// Some of the meetings, in their order.
pub(super) fn rows<'a>(
    page: &Page,
    misfits: &Misfits,
    some: impl Iterator<Item = &'a MisfitMeeting>,
) -> Vec<MisfitRow> {
    some.map(|one| row(page, misfits, one)).collect()
}

fn row(page: &Page, misfits: &Misfits, one: &MisfitMeeting) -> MisfitRow {
    let MisfitMeeting { meeting, why } = one;
    let event = &misfits.event;
    let person =
        |who: &ParticipantId| (name_of(misfits, who), address(event, &format!("/participants/{who}")));
    MisfitRow {
        id: meeting.id.0.clone(),
        time: page.words.day_and_time(meeting.starts_at, meeting.ends_at, event.time_zone),
        table: meeting.table.map(|table| page.words.number(table)).unwrap_or_default(),
        people: [person(&meeting.a), person(&meeting.b)],
        why: why.iter().map(|why| reason(page, misfits, why)).collect(),
    }
}

fn name_of(misfits: &Misfits, who: &ParticipantId) -> String {
    misfits.people.get(who).map(|person| person.profile.person.shown()).unwrap_or_default()
}

/// So many tables are named; of more it is said that theirs is none of them.
const FEW_TABLES: usize = 4;

fn reason(page: &Page, misfits: &Misfits, why: &Misfit) -> String {
    let name = |who: &ParticipantId| {
        let person = misfits.people.get(who).map(|person| &person.profile.person);
        person.map_or_else(String::new, |person| match person.name.is_empty() {
            true => person.organisation.clone(),
            false => person.name.clone(),
        })
    };
    match why {
        Misfit::SlotGone => page.t("misfit-slot-gone"),
        Misfit::OutsideDays => page.t("misfit-outside-days"),
        Misfit::Away { who } => page.t1("misfit-away", "name", name(who)),
        Misfit::InSession { who, session } => {
            let known = misfits.programme.sessions.iter().find(|known| known.id == *session);
            let title = known.map(|session| label_in(&session.title, page, &misfits.event).to_string());
            let title = title.unwrap_or_default();
            page.t2("misfit-in-session", "name", name(who), "session", title)
        }
        Misfit::OutsideHours { who } => page.t1("misfit-outside-hours", "name", name(who)),
        Misfit::OtherTables { tables } if tables.is_empty() => page.t("misfit-two-booths"),
        Misfit::OtherTables { tables } if tables.len() > FEW_TABLES => page.t("misfit-table-kept"),
        Misfit::OtherTables { tables } => {
            let tables: Vec<String> = tables.iter().map(ToString::to_string).collect();
            page.t1("misfit-other-tables", "tables", tables.join(", "))
        }
        Misfit::TableGone { tables } => page.t1("misfit-table-gone", "tables", *tables),
        Misfit::NoTable => page.t("misfit-no-table"),
        Misfit::NoInterpreter => page.t("misfit-no-interpreter"),
        Misfit::NoCommonLanguage => page.t("misfit-no-common-language"),
        Misfit::TypesApart => page.t("misfit-types-apart"),
        Misfit::SameCountry => page.t("misfit-same-country"),
        Misfit::Excluded => page.t("misfit-excluded"),
        Misfit::Forbidden => page.t("misfit-forbidden"),
    }
}

#[derive(Template)]
#[template(path = "organiser/misfits.html")]
struct MisfitsPage {
    page: Page,
    title: String,
    lead: String,
    rows: Vec<MisfitRow>,
    pager: Pager,
    base: String,
    may_change: bool,
    /// Meetings to come of the published plan.
    has_plan: bool,
}

/// The meetings that no longer fit.
pub async fn show(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let found = visit.run(move |app| misfits::list(app, &own)).await?;
    let page = part(&visit, access)?;
    let count = found.meetings.len();
    let (title, lead) = match count {
        0 => (page.t("misfits-none-title"), page.t1("misfits-none-lead", "meetings", found.planned)),
        _ => {
            let people = found.count_people();
            (
                page.t2("misfits-title", "meetings", count, "people", people),
                page.t1("misfits-lead", "meetings", found.planned),
            )
        }
    };
    let pager = List::ONLY.pager(&visit, count);
    visit.show(&MisfitsPage {
        title,
        lead,
        rows: rows(&page, &found, pager.cut(&found.meetings)),
        pager,
        base: address(access.event(), ""),
        may_change: access.may(Role::Organiser),
        has_plan: found.planned > 0,
        page,
    })
}

/// Calls off those that are ticked.
pub async fn call_off(visit: Visit) -> Answer {
    let change = visit.access()?.to_change()?;
    let back = address(change.event(), "/plan");
    let chosen = visit.form.pairs().filter(|(name, _)| *name == "meeting");
    let ids: Vec<MeetingId> = chosen.map(|(_, id)| MeetingId(id.to_string())).collect();
    let done = visit.attempt(move |app| calling_off::call_off_misfits(app, &change, &ids)).await?;
    if let Err(error) = done {
        problems_of(error)?;
    }
    Ok(visit.see_with(&back, "called-off"))
}

#[derive(Template)]
#[template(path = "organiser/withdraw.html")]
struct WithdrawPage {
    page: Page,
    problems: Problems,
    of_rounds: String,
    agreed: String,
    sure: String,
    has_agreed: bool,
    is_empty: bool,
    action: String,
    back: String,
}

/// Says what taking back the plan does.
pub async fn ask_withdraw(visit: Visit) -> Answer {
    withdraw_page(&visit, Problems::new()).await
}

async fn withdraw_page(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let found = visit.run(move |app| calling_off::withdrawal(app, &change)).await?;
    let page = below(visit, access, "nav-rounds", "/rounds")?.with_problems(&problems);
    let template = withdrawal_page(page, access.event(), found, problems, visit.path());
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn withdrawal_page(
    page: Page,
    event: &Event,
    found: Withdrawal,
    problems: Problems,
    action: &str,
) -> WithdrawPage {
    let extra = found.people_of_all.saturating_sub(found.people);
    WithdrawPage {
        of_rounds: page.t2("withdraw-lead", "meetings", found.of_rounds, "people", found.people),
        agreed: page.t2("withdraw-agreed", "meetings", found.agreed, "people", extra),
        sure: page.t("withdraw-sure"),
        has_agreed: found.agreed > 0,
        is_empty: found.of_rounds + found.agreed == 0,
        action: action.to_string(),
        back: address(event, "/rounds"),
        problems,
        page,
    }
}

/// Takes back the plan.
pub async fn withdraw(visit: Visit) -> Answer {
    if !visit.form.has("sure") {
        return withdraw_page(&visit, Problems::one("sure", Message::new("problem-withdraw-sure"))).await;
    }
    let change = visit.access()?.to_change()?;
    let (back, with_agreed) = (address(change.event(), "/rounds"), visit.form.has("agreed"));
    match visit.attempt(move |app| calling_off::withdraw(app, &change, with_agreed)).await? {
        Ok(_) => Ok(visit.see_with(&back, "plan-withdrawn")),
        Err(error) => withdraw_page(&visit, problems_of(error)?).await,
    }
}
