//! The fields with which organisers say which people they mean: above the list of participants, and in the form of a mailing.

use super::frame::state_word_of;
use crate::domain::answer::Kind;
use crate::domain::consent::OptionalPurpose;
use crate::domain::country;
use crate::domain::event::{Event, ParticipantType};
use crate::domain::people_filter::{Filter, Lack, answer_field, came_code, consent_code};
use crate::domain::question::Question;
use crate::domain::registration::RegistrationState;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The filter that a query asks for.
pub(super) fn filter(visit: &Visit) -> Filter {
    Filter::read(|name| visit.query.one(name).to_string())
}

/// What an event's people can be filtered by beside what all events have.
pub(super) struct Known<'a> {
    pub questions: &'a [Question],
    /// What it asks beside the registration, with how many agree.
    pub asked: &'a [(OptionalPurpose, usize)],
    pub types: &'a [ParticipantType],
    pub tags: &'a [String],
}

/// The fields, with what is chosen.
pub(super) struct FilterFields {
    pub search: String,
    pub states: Vec<Choice>,
    /// Empty where the event has one type or none.
    pub types: Vec<Choice>,
    pub countries: Vec<Choice>,
    /// Who agreed or did not to what the event asks; empty where it asks nothing.
    pub consents: Vec<Choice>,
    pub answers: AnswerFilter,
    /// Empty where nobody has one.
    pub tags: Vec<Choice>,
    /// Whether they have come.
    pub came: Vec<Choice>,
    /// What people lack, by the names of their ticks.
    pub lacks: Vec<Choice>,
}

/// The choice of a question, and of an answer to it.
pub(super) struct AnswerFilter {
    /// Empty where the event has none of its own.
    pub questions: Vec<Choice>,
    /// Name of the field, which says to which question the answer is.
    pub field: String,
    pub answer: String,
    /// What there is to choose; empty where the answer is typed.
    pub choices: Vec<Choice>,
    /// How an answer is typed; empty where it is chosen.
    pub typed: &'static str,
}

impl FilterFields {
    pub(super) fn new(page: &Page, event: &Event, filter: &Filter, known: &Known<'_>) -> FilterFields {
        let chosen_type = filter.participant_type.as_ref();
        let kind = |kind: &ParticipantType| {
            let label = kind.label.get(page.lang, event.first_language());
            Choice::new(kind.id.as_str(), label, chosen_type == Some(&kind.id))
        };
        let state = filter.state.as_deref().unwrap_or_default();
        let states = RegistrationState::CODES.iter();
        let states = states.map(|code| Choice::new(*code, state_word_of(page, code), *code == state));
        let lack = |lack: Lack| {
            let label = page.t(&format!("filter-lacks-{}", lack.code()));
            Choice::new(lack.field(), label, filter.lacks.contains(&lack))
        };
        FilterFields {
            search: filter.search.clone(),
            states: states.collect(),
            types: if known.types.len() > 1 { known.types.iter().map(kind).collect() } else { Vec::new() },
            countries: countries(page, filter.country.as_deref().unwrap_or_default()),
            consents: consent_choices(page, known.asked, filter.consent),
            answers: answer_filter(page, event, known.questions, filter),
            came: [true, false]
                .map(|came| {
                    let label = page.t(if came { "filter-came" } else { "filter-came-not" });
                    Choice::new(came_code(came), label, filter.came == Some(came))
                })
                .into(),
            tags: tags(known.tags, filter.tag.as_deref()),
            lacks: Lack::ALL.into_iter().map(lack).collect(),
        }
    }
}

/// The tags of the event; the one that is asked for too, if nobody has it any more.
fn tags(known: &[String], chosen: Option<&str>) -> Vec<Choice> {
    let gone = chosen.filter(|tag| !known.iter().any(|one| one == tag));
    let all = known.iter().map(String::as_str).chain(gone);
    all.map(|tag| Choice::new(tag, tag, chosen == Some(tag))).collect()
}

fn countries(page: &Page, chosen: &str) -> Vec<Choice> {
    let all = country::sorted(page.lang).into_iter();
    all.map(|one| Choice::new(one.code, one.name(page.lang), one.code == chosen)).collect()
}

fn answer_filter(page: &Page, event: &Event, questions: &[Question], filter: &Filter) -> AnswerFilter {
    let (question, answer) = match &filter.answer {
        Some((id, answer)) => (id.as_str(), answer.clone()),
        None => ("", String::new()),
    };
    let first = event.first_language();
    let found = questions.iter().find(|one| one.id.as_str() == question);
    let kind = found.map(|one| one.kind);
    let chosen = |code: &str| code == answer;
    let choices: Vec<Choice> = match (found, kind) {
        (_, Some(Kind::Country)) => countries(page, &answer),
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
        questions: questions.iter().map(label).collect(),
        field: answer_field(question),
        typed: match kind {
            Some(Kind::Date) => "date",
            Some(Kind::Number { .. }) => "number",
            Some(Kind::Line { .. } | Kind::Name | Kind::Text { .. }) => "search",
            _ => "",
        },
        choices,
        answer,
    }
}

fn consent_choices(
    page: &Page,
    asked: &[(OptionalPurpose, usize)],
    chosen: Option<(OptionalPurpose, bool)>,
) -> Vec<Choice> {
    let of = |(purpose, agreed): &(OptionalPurpose, usize)| {
        let name = page.t(&format!("consent-{}", purpose.code()));
        let choice = |given: bool, label: String| {
            Choice::new(consent_code((*purpose, given)), label, chosen == Some((*purpose, given)))
        };
        [
            choice(true, page.t2("participants-consent-yes", "consent", &name, "count", agreed)),
            choice(false, page.t1("participants-consent-no", "consent", &name)),
        ]
    };
    asked.iter().flat_map(of).collect()
}
