//! The participants of an event: a list with a filter, and ticks for a decision about several.

use askama::Template;

use super::frame::{address, page_number, part, query, state_class, state_word};
use super::mailings;
use super::people_filter::{FilterFields, Known, filter};
use crate::domain::account::Role;
use crate::domain::consent::{ConsentPurpose, OptionalPurpose};
use crate::domain::country;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::listing::{ListOrder, Listing};
use crate::services::participants::{self, PAGE_SIZE, People};
use crate::services::registrations::Decision;
use crate::web::error::Answer;
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/participants.html")]
struct ParticipantsPage {
    page: Page,
    problems: Problems,
    action: String,
    decide_url: String,
    import_url: String,
    door_url: String,
    /// The people found, as a file.
    export_url: String,
    public_url: String,
    /// A mailing to the people found.
    write_url: String,
    filters: FilterFields,
    /// The filter as fields that a form brings along unseen.
    carried: Vec<(String, String)>,
    orders: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    /// How many there are without the filter.
    all: usize,
    found: String,
    decisions: Vec<(Decision, &'static str)>,
    may_decide: bool,
}

struct Row {
    id: String,
    url: String,
    name: String,
    organisation: String,
    country: String,
    state: String,
    state_class: &'static str,
    /// Why they await approval, if not everybody does.
    held: String,
    since: String,
    /// What they agree to, and that they are not to be photographed.
    agreed: String,
    /// When the person changed answers; empty if they never did.
    changed: String,
}

/// Which people a query asks for, in which order.
pub(super) fn listing(visit: &Visit) -> Listing {
    let order = ListOrder::parse(visit.query.one("order")).unwrap_or_default();
    Listing { filter: filter(visit), order, lang: visit.lang() }
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let (listing, number) = (listing(&visit), page_number(&visit));
    let asked = listing.clone();
    let people = visit.run(move |app| participants::list(app, &own, &asked, number)).await?;
    let page = part(&visit, access)?;
    visit.show(&list_page(page, access, &people, listing, number))
}

fn list_page(
    page: Page,
    access: &EventAccess,
    people: &People,
    Listing { filter, order, .. }: Listing,
    number: usize,
) -> ParticipantsPage {
    let event = access.event();
    let path = address(event, "/participants");
    let carried = filter.pairs();
    let mut pairs: Vec<(&str, &str)> =
        carried.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut asked = pairs.clone();
    asked.push((mailings::FOUND, "yes"));
    let write_url = query(&address(event, "/mailings/new"), &asked);
    pairs.push(("order", if order == ListOrder::default() { "" } else { order.code() }));
    let listed = query(&path, &pairs);
    let export_url = query(&address(event, "/participants.csv"), &pairs);
    let sign = if listed.contains('?') { '&' } else { '?' };
    let known = Known { questions: &people.questions, asked: &people.asked, types: &people.types };
    ParticipantsPage {
        problems: Problems::new(),
        decide_url: address(event, "/participants/decide"),
        import_url: address(event, "/import"),
        door_url: address(event, "/door-list.pdf"),
        export_url,
        public_url: address(event, "/state"),
        filters: FilterFields::new(&page, event, &filter, &known),
        write_url,
        orders: orders(&page, order),
        rows: rows(&page, event, people),
        pager: Pager { number, size: PAGE_SIZE, total: people.found, url: format!("{listed}{sign}page=") },
        all: people.all,
        found: page.t1("participants-found", "count", people.found),
        decisions: vec![
            (Decision::Approve, "decision-approve"),
            (Decision::Reject, "decision-reject"),
            (Decision::Promote, "decision-promote"),
            (Decision::Cancel, "decision-cancel"),
        ],
        may_decide: access.may(Role::Organiser),
        action: path,
        carried,
        page,
    }
}

fn orders(page: &Page, chosen: ListOrder) -> Vec<Choice> {
    let choice = |order: ListOrder| {
        let code = order.code();
        Choice::new(code, page.t(&format!("participants-order-{code}")), order == chosen)
    };
    ListOrder::ALL.into_iter().map(choice).collect()
}

/// What somebody agrees to of what the event asks. Who is not to be photographed is told: that is what people on site
/// look for.
fn agreed(page: &Page, people: &People, who: &ParticipantId) -> String {
    let given = people.agreed.get(who).map(Vec::as_slice).unwrap_or_default();
    let word = |(purpose, _): &(OptionalPurpose, usize)| {
        let agrees = given.iter().any(|one| one.purpose == ConsentPurpose::Optional(*purpose));
        match (agrees, purpose) {
            (true, _) => Some(page.t(&format!("consent-{}", purpose.code()))),
            (false, OptionalPurpose::Photos) => Some(page.t("consent-photos-not")),
            (false, _) => None,
        }
    };
    people.asked.iter().filter_map(word).collect::<Vec<_>>().join(", ")
}

fn rows(page: &Page, event: &Event, people: &People) -> Vec<Row> {
    people
        .rows
        .iter()
        .map(|row| Row {
            id: row.registration.participant.to_string(),
            url: address(event, &format!("/participants/{}", row.registration.participant)),
            name: if row.name.is_empty() && row.organisation.is_empty() {
                page.t("person-erased")
            } else {
                row.name.clone()
            },
            organisation: row.organisation.clone(),
            country: country::name(&row.country, page.lang),
            state: state_word(page, row.registration.state),
            state_class: state_class(row.registration.state),
            held: people
                .held
                .get(&row.registration.participant)
                .map_or_else(String::new, |burst| page.t(&format!("held-{}", burst.code()))),
            agreed: agreed(page, people, &row.registration.participant),
            since: page.words.moment(row.registration.created_at, event.time_zone),
            changed: people.changed.get(&row.registration.participant).map_or_else(String::new, |at| {
                page.t1("participants-changed", "date", page.words.moment(*at, event.time_zone))
            }),
        })
        .collect()
}
