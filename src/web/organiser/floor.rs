//! The tables of an event: what they are called, where they stand, when they are there, whom they are kept for, and who stays at
//! one of them; one by one, or as a list from a spreadsheet and back.

use askama::Template;

use super::breaks;
use super::export::csv_file;
use super::frame::{address, below, label_in, part};
use crate::domain::event::{Event, Slot};
use crate::domain::floor::Table;
use crate::domain::floor_input::{BoothInput, TableInput};
use crate::domain::ids::ParticipantId;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::floor::{self, FloorView};
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

const NAV: &str = "nav-tables";
const END: &str = "/tables";

#[derive(Template)]
#[template(path = "organiser/tables.html")]
struct TablesPage {
    page: Page,
    problems: Problems,
    rows: Vec<Row>,
    pager: Pager,
    /// What was pasted.
    list: String,
    action: String,
    file: String,
    settings_url: String,
    floor_plan_url: String,
}

struct Row {
    number: u32,
    name: String,
    zone: String,
    kept_for: String,
    missing: usize,
    people: Vec<Exhibitor>,
    url: String,
}

struct Exhibitor {
    name: String,
    url: String,
}

async fn view(visit: &Visit) -> Result<FloorView, PageError> {
    let own = visit.access()?.clone();
    visit.run(move |app| floor::view(app, &own)).await
}

/// All tables.
pub async fn list(visit: Visit) -> Answer {
    show_list(&visit, String::new(), Problems::new()).await
}

async fn show_list(visit: &Visit, typed: String, problems: Problems) -> Answer {
    let found = view(visit).await?;
    let access = visit.access()?;
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let url = address(event, END);
    let numbers: Vec<u32> = (1..=event.tables().unwrap_or_default()).collect();
    let pager = List::ONLY.pager_at(&url, visit, numbers.len());
    let template = TablesPage {
        rows: pager.cut(&numbers).map(|number| row(&page, event, &found, *number)).collect(),
        pager,
        problems,
        list: typed,
        file: format!("{url}.csv"),
        action: url,
        settings_url: address(event, "/settings"),
        floor_plan_url: address(event, "/pictures"),
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { super::frame::again(visit, &template) }
}

fn row(page: &Page, event: &Event, found: &FloorView, number: u32) -> Row {
    let plain = Table { number, ..Table::default() };
    let table = found.lists.floor.table(number).unwrap_or(&plain);
    Row {
        number,
        name: table.name.clone(),
        zone: table.zone.clone(),
        kept_for: type_label(page, event, found, table),
        missing: table.missing.len(),
        people: exhibitors(event, found, number).collect(),
        url: address(event, &format!("{END}/{number}")),
    }
}

fn type_label(page: &Page, event: &Event, found: &FloorView, table: &Table) -> String {
    let kind = found.lists.types.iter().find(|kind| Some(&kind.id) == table.kept_for.as_ref());
    kind.map(|kind| label_in(&kind.label, page, event).to_string()).unwrap_or_default()
}

fn exhibitors<'a>(
    event: &'a Event,
    found: &'a FloorView,
    number: u32,
) -> impl Iterator<Item = Exhibitor> + 'a {
    let booths = found.lists.floor.booths.iter().filter(move |booth| booth.table == number);
    booths.filter_map(|booth| found.exhibitors.get(&booth.who)).map(|person| Exhibitor {
        name: person.profile.person.shown(),
        url: address(event, &format!("/participants/{}/booth", person.id)),
    })
}

/// Takes over a list that was pasted.
pub async fn submit_list(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = visit.form.one("list").to_string();
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), END);
    let done = visit.attempt(move |app| floor::put_list(app, &change, &given, &accepted)).await?;
    match breaks::outcome(&visit, part(&visit, access), done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show_list(&visit, typed, problems).await,
    }
}

/// The list as a file.
pub async fn csv(visit: Visit) -> Answer {
    let found = view(&visit).await?;
    let access = visit.access()?;
    let event = access.event();
    let page = part(&visit, access)?;
    let head = ["table-number-head", "table-name", "table-zone", "table-kept-for", "table-people"]
        .map(|key| page.t(key));
    let row = |number: u32| {
        let row = row(&page, event, &found, number);
        let booths = found.lists.floor.booths.iter().filter(|booth| booth.table == number);
        let people = booths.filter_map(|booth| found.exhibitors.get(&booth.who));
        let emails = people.filter_map(|person| person.profile.person.email.as_ref());
        let emails: Vec<&str> = emails.map(|email| email.as_str()).collect();
        vec![number.to_string(), row.name, row.zone, row.kept_for, emails.join(" ")]
    };
    let rows = (1..=event.tables().unwrap_or_default()).map(row);
    csv_file(&page, "tables.csv", std::iter::once(head.to_vec()).chain(rows))
}

#[derive(Template)]
#[template(path = "organiser/table.html")]
struct TablePage {
    page: Page,
    problems: Problems,
    title: String,
    input: TableInput,
    types: Vec<Choice>,
    slots: Vec<Choice>,
    people: Vec<Exhibitor>,
    opened: Opened,
    action: String,
    back: String,
}

fn number(visit: &Visit) -> Result<u32, PageError> {
    let last = visit.access()?.event().tables().unwrap_or_default();
    let number = visit.part("number").parse().ok().filter(|number| (1..=last).contains(number));
    number.ok_or(PageError::NotFound)
}

fn stored_table(found: &FloorView, number: u32) -> TableInput {
    TableInput::of(&found.lists.floor.table(number).cloned().unwrap_or_default())
}

/// One table.
pub async fn table_form(visit: Visit) -> Answer {
    let (found, number) = (view(&visit).await?, number(&visit)?);
    show_table(&visit, &found, number, Typed::fresh(stored_table(&found, number)), Problems::new())
}

fn show_table(
    visit: &Visit,
    found: &FloorView,
    number: u32,
    typed: Typed<TableInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, NAV, END)?.with_problems(&problems);
    let kind = |(id, label): (&str, String)| Choice::new(id, label, typed.input.kept_for == id);
    let anybody = ("", page.t("table-for-anybody"));
    let labelled =
        |one: &crate::domain::event::ParticipantType| label_in(&one.label, &page, event).to_string();
    let types = found.lists.types.iter().map(|one| (one.id.as_str(), labelled(one)));
    let template = TablePage {
        title: page.t1("table-number", "number", number),
        types: std::iter::once(anybody).chain(types).map(kind).collect(),
        slots: slots(&page, event, &found.lists.slots, &typed.input.missing),
        people: exhibitors(event, found, number).collect(),
        action: visit.path().to_string(),
        back: address(event, END),
        input: typed.input,
        opened: typed.opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { super::frame::again(visit, &template) }
}

/// The slots of the agenda to tick.
fn slots(page: &Page, event: &Event, slots: &[Slot], ticked: &[String]) -> Vec<Choice> {
    let choice = |slot: &Slot| {
        let time = page.words.day_and_time(slot.starts_at, slot.ends_at, event.time_zone);
        Choice::new(slot.id.as_str(), time, ticked.contains(&slot.id.0))
    };
    slots.iter().map(choice).collect()
}

/// The ids that are ticked, in the order in which they are stored.
fn ticked(visit: &Visit, name: &str) -> Vec<String> {
    let mut ids = visit.form.many(name);
    ids.sort();
    ids
}

/// Changes one table.
pub async fn submit_table(visit: Visit) -> Answer {
    let number = number(&visit)?;
    let access = visit.access()?;
    let change = access.to_change()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = TableInput {
        name: field("name"),
        zone: field("zone"),
        kept_for: field("kept_for"),
        missing: ticked(&visit, "missing"),
    };
    let typed = visit.typed(input);
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), END);
    let done = visit.attempt(move |app| floor::put_table(app, &change, number, &given, &accepted)).await?;
    let page = below(&visit, access, NAV, END);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => {
            let found = view(&visit).await?;
            let typed = typed.again(&stored_table(&found, number));
            show_table(&visit, &found, number, typed, problems)
        }
    }
}

#[derive(Template)]
#[template(path = "organiser/booth.html")]
struct BoothPage {
    page: Page,
    problems: Problems,
    name: String,
    help: String,
    input: BoothInput,
    slots: Vec<Choice>,
    opened: Opened,
    action: String,
    back: String,
}

fn who(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// Where somebody stays.
pub async fn booth_form(visit: Visit) -> Answer {
    let found = view(&visit).await?;
    let stored = BoothInput::of(found.lists.floor.booth(&who(&visit)));
    show_booth(&visit, &found, Typed::fresh(stored), Problems::new()).await
}

async fn show_booth(
    visit: &Visit,
    found: &FloorView,
    typed: Typed<BoothInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let last = event.tables().ok_or(PageError::NotFound)?;
    let (own, id) = (access.clone(), who(visit));
    let name = visit.run(move |app| floor::name_of(app, &own, &id)).await?;
    let page = below(visit, access, "nav-participants", "/participants")?.with_problems(&problems);
    let template = BoothPage {
        name,
        help: page.t1("booth-table-help", "last", last),
        slots: slots(&page, event, &found.lists.slots, &typed.input.away),
        action: visit.path().to_string(),
        back: address(event, &format!("/participants/{}", who(visit))),
        input: typed.input,
        opened: typed.opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { super::frame::again(visit, &template) }
}

/// Gives somebody a booth, or takes it.
pub async fn submit_booth(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, who(&visit));
    let input = BoothInput { table: visit.form.one("table").to_string(), away: ticked(&visit, "away") };
    let typed = visit.typed(input);
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), &format!("/participants/{id}"));
    let done = visit.attempt(move |app| floor::put_booth(app, &change, &id, &given, &accepted)).await?;
    let page = below(&visit, access, "nav-participants", "/participants");
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => {
            let found = view(&visit).await?;
            let typed = typed.again(&BoothInput::of(found.lists.floor.booth(&who(&visit))));
            show_booth(&visit, &found, typed, problems).await
        }
    }
}
