//! The participants of an event: a list with a filter, and ticks for a decision about several.

use askama::Template;

use super::frame::{address, page_number, part, query, state_class, state_word, state_word_of};
use crate::domain::account::Role;
use crate::domain::answer::Kind;
use crate::domain::consent::{ConsentPurpose, OptionalPurpose};
use crate::domain::country;
use crate::domain::event::Event;
use crate::domain::ids::{ParticipantId, QuestionId};
use crate::domain::problems::Problems;
use crate::domain::question::Question;
use crate::domain::registration::RegistrationState;
use crate::services::access::EventAccess;
use crate::services::listing::{ListOrder, Listing};
use crate::services::participants::{self, Filter, PAGE_SIZE, People};
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
    search: String,
    state: String,
    country: String,
    states: Vec<Choice>,
    countries: Vec<Choice>,
    orders: Vec<Choice>,
    consent: String,
    /// Who agreed or did not to what the event asks; empty where it asks nothing.
    consents: Vec<Choice>,
    answers: AnswerFilter,
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

/// The choice of a question, and of an answer to it.
struct AnswerFilter {
    /// Id of the question; empty if none is chosen.
    question: String,
    /// Empty where the event has none of its own.
    questions: Vec<Choice>,
    /// Name of the field, which says to which question the answer is.
    field: String,
    answer: String,
    /// What there is to choose; empty where the answer is typed.
    choices: Vec<Choice>,
    /// How an answer is typed; empty where it is chosen.
    typed: &'static str,
}

/// Which people a query asks for, in which order.
pub(super) fn listing(visit: &Visit) -> Listing {
    let order = ListOrder::parse(visit.query.one("order")).unwrap_or_default();
    Listing { filter: filter(visit), order, lang: visit.lang() }
}

/// The filter of a query.
pub(super) fn filter(visit: &Visit) -> Filter {
    let one = |name: &str| visit.query.one(name).to_string();
    Filter {
        state: Some(one("state")).filter(|code| RegistrationState::CODES.contains(&code.as_str())),
        search: one("search"),
        country: country::parse(&one("country")).ok(),
        consent: consent_of(&one("consent")),
        answer: Some(one("question"))
            .filter(|id| !id.is_empty())
            .map(|id| (QuestionId(id.clone()), one(&answer_field(&id)))),
    }
}

/// The field of an answer to a question: with another question chosen, the answer is gone.
fn answer_field(question: &str) -> String {
    format!("answer-{question}")
}

/// Who agreed (`photos`) or did not (`no-photos`).
fn consent_of(code: &str) -> Option<(OptionalPurpose, bool)> {
    match code.strip_prefix("no-") {
        Some(purpose) => Some((OptionalPurpose::parse(purpose)?, false)),
        None => Some((OptionalPurpose::parse(code)?, true)),
    }
}

fn consent_code((purpose, given): (OptionalPurpose, bool)) -> String {
    if given { purpose.code().to_string() } else { format!("no-{}", purpose.code()) }
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
    let state = filter.state.unwrap_or_default();
    let code = filter.country.unwrap_or_default();
    let consent = filter.consent.map(consent_code).unwrap_or_default();
    let (question, answer) = filter.answer.map(|(id, answer)| (id.0, answer)).unwrap_or_default();
    let field = answer_field(&question);
    let pairs = [
        ("question", question.as_str()),
        (field.as_str(), answer.as_str()),
        ("state", state.as_str()),
        ("country", code.as_str()),
        ("consent", consent.as_str()),
        ("search", filter.search.as_str()),
        ("order", if order == ListOrder::default() { "" } else { order.code() }),
    ];
    let listed = query(&path, &pairs);
    let export_url = query(&address(event, "/participants.csv"), &pairs);
    let sign = if listed.contains('?') { '&' } else { '?' };
    let states = RegistrationState::CODES.iter();
    let states = states.map(|code| Choice::new(*code, state_word_of(&page, code), *code == state));
    ParticipantsPage {
        problems: Problems::new(),
        decide_url: address(event, "/participants/decide"),
        import_url: address(event, "/import"),
        door_url: address(event, "/door-list.pdf"),
        export_url,
        public_url: address(event, "/state"),
        states: states.collect(),
        orders: orders(&page, order),
        countries: countries(&page, &code),
        consents: consent_choices(&page, people, &consent),
        consent,
        answers: answer_filter(&page, event, people, question, answer),
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
        search: filter.search,
        state,
        country: code,
        page,
    }
}

fn countries(page: &Page, chosen: &str) -> Vec<Choice> {
    let all = country::sorted(page.lang).into_iter();
    all.map(|one| Choice::new(one.code, one.name(page.lang), one.code == chosen)).collect()
}

fn orders(page: &Page, chosen: ListOrder) -> Vec<Choice> {
    let choice = |order: ListOrder| {
        let code = order.code();
        Choice::new(code, page.t(&format!("participants-order-{code}")), order == chosen)
    };
    ListOrder::ALL.into_iter().map(choice).collect()
}

fn answer_filter(
    page: &Page,
    event: &Event,
    people: &People,
    question: String,
    answer: String,
) -> AnswerFilter {
    let first = event.first_language();
    let found = people.questions.iter().find(|one| one.id.as_str() == question);
    let kind = found.map(|one| one.kind);
    let chosen = |code: &str| code == answer;
    let choices: Vec<Choice> = match (found, kind) {
        (_, Some(Kind::Country)) => country::sorted(page.lang)
            .into_iter()
            .map(|one| Choice::new(one.code, one.name(page.lang), chosen(one.code)))
            .collect(),
        (Some(one), _) => one
            .choices()
            .iter()
            .map(|one| Choice::new(one.value, one.label.get(page.lang, first), chosen(one.value)))
            .collect(),
        (None, _) => Vec::new(),
    };
    let label = |one: &Question| {
        let is_chosen = one.id.as_str() == question;
        Choice::new(one.id.as_str(), one.label.get(page.lang, first), is_chosen)
    };
    AnswerFilter {
        questions: people.questions.iter().map(label).collect(),
        field: answer_field(&question),
        typed: match kind {
            Some(Kind::Date) => "date",
            Some(Kind::Number { .. }) => "number",
            Some(Kind::Line { .. } | Kind::Name | Kind::Text { .. }) => "search",
            _ => "",
        },
        choices,
        question,
        answer,
    }
}

fn consent_choices(page: &Page, people: &People, chosen: &str) -> Vec<Choice> {
    let of = |(purpose, agreed): &(OptionalPurpose, usize)| {
        let name = page.t(&format!("consent-{}", purpose.code()));
        let choice = |given: bool, label: String| {
            let code = consent_code((*purpose, given));
            let is_chosen = code == chosen;
            Choice::new(code, label, is_chosen)
        };
        [
            choice(true, page.t2("participants-consent-yes", "consent", &name, "count", agreed)),
            choice(false, page.t1("participants-consent-no", "consent", &name)),
        ]
    };
    people.asked.iter().flat_map(of).collect()
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
