//! The first step of the form: every question about who somebody is, with what was typed and what there is to choose from.

use super::forms::{AnswerField, Choice, Widget};
use super::own_questions;
use super::page::Page;
use super::zone_choices;
use crate::domain::alphabet::Alphabet;
use crate::domain::answer::{Asked, Kind, SPOKEN_LANGUAGES, Wording, asked};
use crate::domain::country;
use crate::domain::day_hours::DayHours;
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::organisation::OrganisationType;
use crate::domain::profile_input::{PersonInput, asked_at_door, asked_by_hand};

/// The first step: each question with what was typed.
pub struct PersonFields {
    /// The fields of every event.
    pub fields: Vec<AnswerField>,
    /// The event's own questions.
    pub own: Vec<AnswerField>,
}

impl PersonFields {
    /// The fields for a new registration.
    pub fn new(page: &Page, event: &Event, programme: &Programme, input: &PersonInput) -> PersonFields {
        PersonFields::of(page, (event, programme), asked(programme), input)
    }

    /// The fields for somebody whom an organiser adds by hand.
    pub fn by_hand(page: &Page, event: &Event, programme: &Programme, input: &PersonInput) -> PersonFields {
        PersonFields::of(page, (event, programme), asked_by_hand(programme), input)
            .with_optional_email(&page.t("add-person-email-help"))
    }

    /// The fields for somebody who comes without a registration.
    pub fn at_door(page: &Page, event: &Event, programme: &Programme, input: &PersonInput) -> PersonFields {
        PersonFields::of(page, (event, programme), asked_at_door(programme), input)
    }

    fn of(
        page: &Page,
        (event, programme): (&Event, &Programme),
        questions: Vec<Asked<'_>>,
        input: &PersonInput,
    ) -> PersonFields {
        let (mut fields, mut own) = (Vec::new(), Vec::new());
        for question in questions.into_iter().filter(Asked::is_put) {
            let help = own_questions::help(page.words, event, programme, &question);
            let list = if matches!(question.wording, Wording::Own(_)) { &mut own } else { &mut fields };
            list.push(AnswerField { help, ..answer_field(page, event, &question, input) });
        }
        PersonFields { fields, own }
    }

    /// The same fields for somebody who fills them in for the first time.
    pub fn with_proposals(mut self, input: &PersonInput) -> PersonFields {
        for field in &mut self.fields {
            if let Widget::Zone { is_proposed } = &mut field.widget {
                *is_proposed = input.get(&field.name).is_empty();
            }
        }
        self
    }

    /// The same fields for somebody who may have no address.
    pub fn with_optional_email(mut self, help: &str) -> PersonFields {
        for field in self.fields.iter_mut().filter(|field| field.name == field::EMAIL) {
            (field.optional, field.help) = (true, help.to_string());
        }
        self
    }

    /// The same fields for somebody whose address is known: it is changed at a page of its own.
    pub fn with_fixed_email(mut self, change: &str) -> PersonFields {
        for field in self.fields.iter_mut().filter(|field| field.name == field::EMAIL) {
            field.widget = Widget::Fixed { change: change.to_string() };
        }
        self
    }
}

/// A question as a form puts it, with what was typed.
fn answer_field(page: &Page, event: &Event, question: &Asked<'_>, input: &PersonInput) -> AnswerField {
    let raw = input.get(question.key.as_str());
    let optional = question.required.is_none();
    let typed = |input| Widget::Line { input, size: if optional { "medium" } else { "" } };
    AnswerField {
        name: question.key.as_str().to_string(),
        label: page.words.question(question, event.first_language()),
        help: String::new(),
        widget: match question.kind {
            Kind::Line { .. } | Kind::Name => typed("text"),
            Kind::Email => typed("email"),
            Kind::WebAddress => Widget::Line { input: "url", size: "" },
            Kind::Number { .. } => Widget::Line { input: "number", size: "short" },
            Kind::Date => Widget::Line { input: "date", size: "short" },
            Kind::Text { .. } => Widget::Area,
            Kind::Country | Kind::OrganisationType => Widget::Select,
            Kind::TimeZone => Widget::Zone { is_proposed: false },
            Kind::DayHours => span(raw),
            Kind::ParticipantType | Kind::One => Widget::Radios,
            Kind::Languages | Kind::Several => Widget::Checkboxes,
            Kind::Agree => Widget::Tick,
        },
        value: input.one(question.key.as_str()).to_string(),
        choices: choices(page, event, question, raw),
        columns: question.kind == Kind::Languages,
        optional,
        autocomplete: match question.wording {
            Wording::Field(field) => field.autocomplete,
            Wording::Own(_) => "",
        },
        asked_if: own_questions::asked_if(question),
    }
}

/// From when until when: as typed, else as usual.
fn span(raw: &[String]) -> Widget {
    let [from, until] = DayHours::choices();
    let usual = DayHours::USUAL.times();
    let now = |at: usize| raw.get(at).or(usual.get(at)).cloned().unwrap_or_default();
    let of = |times: Vec<String>, now: String| {
        times.into_iter().map(|time| Choice::new(time.clone(), time.clone(), time == now)).collect()
    };
    Widget::Span { from: of(from, now(0)), until: of(until, now(1)) }
}

/// What there is to choose from; empty for what is typed.
pub(super) fn choices(page: &Page, event: &Event, question: &Asked<'_>, raw: &[String]) -> Vec<Choice> {
    let first = event.first_language();
    let chosen = |value: &str| raw.iter().any(|one| one == value);
    let own = question
        .choices
        .iter()
        .map(|choice| Choice::new(choice.value, choice.label.get(page.lang, first), chosen(choice.value)));
    match question.kind {
        Kind::OrganisationType => OrganisationType::ALL
            .iter()
            .map(|kind| Choice::new(kind.code(), page.t(&kind.word()), chosen(kind.code())))
            .collect(),
        Kind::Country => country::sorted(page.lang)
            .iter()
            .map(|one| Choice::new(one.code, one.name(page.lang), chosen(one.code)))
            .collect(),
        Kind::TimeZone => zone_choices::choices(page, event.starts_on, raw.first()),
        Kind::Languages => {
            spoken(page).into_iter().map(|(code, name)| Choice::new(code, name, chosen(code))).collect()
        }
        // A radio button that was chosen by mistake cannot be taken back otherwise.
        Kind::One if question.required.is_none() => {
            let none = Choice::new("", page.t("question-no-answer"), raw.iter().all(String::is_empty));
            std::iter::once(none).chain(own).collect()
        }
        Kind::Agree => vec![Choice::new("yes", page.t("yes"), !raw.is_empty())],
        _ => own.collect(),
    }
}

/// The spoken languages in the page's alphabet, the three of the interface first.
fn spoken(page: &Page) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> =
        SPOKEN_LANGUAGES.iter().map(|code| (*code, page.t(&format!("language-{code}")))).collect();
    let later = |code: &str| !["de", "en", "fr"].contains(&code);
    let alphabet = Alphabet::of(page.lang);
    all.sort_by_cached_key(|(code, name)| (later(code), alphabet.key(name)));
    all
}
