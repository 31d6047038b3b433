//! The participants of an event: a list with a filter, and ticks for a decision about several.

use askama::Template;

use super::bulk;
use super::frame::{address, again, page_number, part, problems_of, query, state_class, state_word};
use super::mailings;
use super::people_filter::{FilterFields, Known, filter};
use crate::domain::account::Role;
use crate::domain::consent::{ConsentPurpose, OptionalPurpose};
use crate::domain::country;
use crate::domain::event::Event;
use crate::domain::ids::{ParticipantId, ViewId};
use crate::domain::problems::Problems;
use crate::services::access::EventAccess;
use crate::services::listing::{ListOrder, Listing};
use crate::services::participants::{self, Filter, PAGE_SIZE, People, View};
use crate::services::registrations::Decision;
use crate::services::{Fault, events, people_views};
use crate::web::error::{Answer, PageError};
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
    add_url: String,
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
    /// Filters under names: what each finds, and whether it is this list.
    views: Vec<ViewLink>,
    /// Where this filter is kept under a name; none where it need not be.
    keep_url: Option<String>,
    /// As it was typed.
    view_name: String,
    /// What can be changed of many, with a code for each.
    targets: Vec<Choice>,
    /// How many there are without the filter.
    all: usize,
    found: String,
    decisions: Vec<(Decision, &'static str)>,
    may_decide: bool,
    /// Whether anybody has come.
    has_begun: bool,
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
    /// When they came; empty if they have not.
    came: String,
    tags: Vec<String>,
}

/// A filter under a name.
struct ViewLink {
    name: String,
    url: String,
    /// Where it is removed, if it is the filter of this list.
    remove: Option<String>,
}

/// Which people a query asks for, in which order.
pub(super) fn listing(visit: &Visit) -> Listing {
    let order = ListOrder::parse(visit.query.one("order")).unwrap_or_default();
    Listing { filter: filter(visit), order, lang: visit.lang() }
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let (listing, number) = (listing(&visit), page_number(&visit));
    let template = list_of(&visit, listing, number, &Problems::new()).await?;
    visit.show(&template)
}

/// The list with the problems of a form on it.
async fn list_of(
    visit: &Visit,
    listing: Listing,
    number: usize,
    problems: &Problems,
) -> Result<ParticipantsPage, PageError> {
    let access = visit.access()?;
    let (own, asked) = (access.clone(), listing.clone());
    let people = visit
        .run(move |app| {
            let programme = events::lists(app, &own)?;
            Ok::<_, Fault>((participants::list(app, &own, &asked, number)?, programme))
        })
        .await?;
    let (people, lists) = people;
    let page = part(visit, access)?.with_problems(problems);
    let targets = bulk::targets(&page, access.event(), &lists, None);
    Ok(ParticipantsPage {
        problems: problems.clone(),
        view_name: visit.form.one("view").to_string(),
        targets,
        ..list_page(page, access, &people, listing, number)
    })
}

/// Keeps the filter of the list under a name.
pub async fn keep_view(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, name) = (access.to_change()?, visit.form.one("view").to_string());
    let people = Filter::read(|name| visit.form.one(name).to_string());
    let asked = people.clone();
    match visit.attempt(move |app| people_views::keep(app, &change, &name, &asked)).await? {
        Ok(()) => Ok(visit.see_with(&found_url(access.event(), &people), "view-kept")),
        Err(error) => {
            let problems = problems_of(error)?;
            let listing = Listing { filter: people, order: ListOrder::default(), lang: visit.lang() };
            again(&visit, &list_of(&visit, listing, 1, &problems).await?)
        }
    }
}

/// Removes a filter that was kept.
pub async fn remove_view(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, ViewId(visit.part("id").to_string()));
    visit.run(move |app| people_views::remove(app, &change, &id)).await?;
    Ok(visit.see_with(&address(access.event(), "/participants"), "removed"))
}

/// The list of those whom a filter finds.
pub(super) fn found_url(event: &Event, filter: &Filter) -> String {
    let pairs = filter.pairs();
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    query(&address(event, "/participants"), &pairs)
}

fn views(event: &Event, filter: &Filter, people: &People, may_change: bool) -> Vec<ViewLink> {
    let link = |view: &View| ViewLink {
        name: view.name.clone(),
        url: found_url(event, &view.people),
        remove: (may_change && view.people == *filter)
            .then(|| address(event, &format!("/participants/views/{}/remove", view.id))),
    };
    people.views.iter().map(link).collect()
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
    let known = Known {
        questions: &people.questions,
        asked: &people.asked,
        types: &people.types,
        tags: &people.tags,
    };
    let may_change = access.may(Role::Organiser);
    let is_kept = people.views.iter().any(|view| view.people == filter);
    ParticipantsPage {
        problems: Problems::new(),
        decide_url: address(event, "/participants/decide"),
        import_url: address(event, "/import"),
        add_url: address(event, "/participants/new"),
        door_url: address(event, "/door-list.pdf"),
        export_url,
        public_url: address(event, "/state"),
        filters: FilterFields::new(&page, event, &filter, &known),
        views: views(event, &filter, people, may_change),
        keep_url: (may_change && !filter.is_everybody() && !is_kept)
            .then(|| address(event, "/participants/views")),
        view_name: String::new(),
        targets: Vec::new(),
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
        may_decide: may_change,
        has_begun: people.has_begun,
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
            came: people
                .came
                .get(&row.registration.participant)
                .map_or_else(String::new, |came| page.words.moment(came.at, event.time_zone)),
            tags: people.tagged.get(&row.registration.participant).cloned().unwrap_or_default(),
            since: page.words.moment(row.registration.created_at, event.time_zone),
            changed: people.changed.get(&row.registration.participant).map_or_else(String::new, |at| {
                page.t1("participants-changed", "date", page.words.moment(*at, event.time_zone))
            }),
        })
        .collect()
}
