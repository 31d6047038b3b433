//! What participants can be asked, whatever asks it: the kinds of answers, their values, checked once, and a view of
//! one question that forms, files and pages take.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::country;
use super::day_hours::DayHours;
use super::event::Programme;
use super::field::{self, Field, Shown};
use super::ids::{ChoiceId, QuestionId, TypeId};
use super::lang::{Lang, Localised};
use super::organisation::OrganisationType;
use super::participant::Person;
use super::problems::Message;
use super::question::Question;
use super::text::{self, Email};
use super::web_address::WebAddress;
use crate::zones::Zone;

/// The languages that people can talk in, as offered in forms (ISO 639-1): the official languages of the EU and its neighbours' most spoken.
pub const SPOKEN_LANGUAGES: [&str; 34] = [
    "bg", "bs", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lb",
    "lt", "lv", "mk", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
];

/// What kind of answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line {
        max: usize,
    },
    /// A person's name.
    Name,
    /// Several lines.
    Text {
        max: usize,
    },
    Email,
    WebAddress,
    Country,
    Languages,
    OrganisationType,
    /// One of the event's participant types.
    ParticipantType,
    /// A whole number.
    Number {
        min: i64,
        max: i64,
    },
    Date,
    /// A zone of IANA's time zone database.
    TimeZone,
    /// From when until when in a day.
    DayHours,
    /// One of the choices.
    One,
    /// Any of the choices.
    Several,
    /// A tick.
    Agree,
}

impl Kind {
    /// Smallest and largest number that a question takes.
    const NUMBERS: Kind = Kind::Number { min: -1_000_000_000, max: 1_000_000_000 };

    /// The kinds of an event's own questions, as stored.
    pub const OF_QUESTIONS: [(&'static str, Kind); 8] = [
        ("text", Kind::Line { max: text::SHORT_MAX }),
        ("long_text", Kind::Text { max: text::NOTE_MAX }),
        ("one", Kind::One),
        ("several", Kind::Several),
        ("number", Kind::NUMBERS),
        ("date", Kind::Date),
        ("country", Kind::Country),
        ("agree", Kind::Agree),
    ];

    /// The kind of an event's own question with this code.
    pub fn of_question(code: &str) -> Option<Kind> {
        Kind::OF_QUESTIONS.iter().find(|(known, _)| *known == code).map(|(_, kind)| *kind)
    }

    /// Reads back what [`Kind::of_question`] took; empty for a kind that no question has.
    pub fn code_of_question(self) -> &'static str {
        Kind::OF_QUESTIONS.iter().find(|(_, kind)| *kind == self).map(|(code, _)| *code).unwrap_or_default()
    }

    /// Most characters of a text; 0 for other kinds.
    pub fn max(self) -> usize {
        match self {
            Kind::Line { max } | Kind::Text { max } => max,
            Kind::WebAddress => WebAddress::MAX,
            Kind::Name => text::PERSON_MAX,
            _ => 0,
        }
    }

    /// What was typed as a value; nothing where nothing was. A choice that is no longer offered counts as none.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(self, raw: &[String], choices: &[Choice<'_>]) -> Result<Option<Value>, Message> {
        let first = raw.first().map(String::as_str).unwrap_or_default();
        if raw.iter().all(|one| one.trim().is_empty()) {
            return Ok(None);
        }
        let chosen = || choices.iter().filter(|choice| raw.iter().any(|one| one == choice.value));
        let one = || chosen().next().map(|choice| choice.value.to_string());
        Ok(match self {
            Kind::Line { max } => filled(text::optional(first, max)?),
            Kind::Name => filled(text::person_name(first)?),
            Kind::Text { max } => filled(text::long(first, max)?),
            Kind::Email => Some(Value::Email(Email::parse(first)?)),
            Kind::WebAddress => Some(Value::WebAddress(WebAddress::parse(first)?)),
            Kind::Country => Some(Value::Country(country::parse(first)?)),
            Kind::Languages => languages(raw)?,
            Kind::OrganisationType => OrganisationType::parse(first).map(Value::OrganisationType),
            Kind::ParticipantType => one().map(|id| Value::ParticipantType(TypeId(id))),
            Kind::Number { min, max } => Some(Value::Number(number(first, min, max)?)),
            Kind::Date => Some(Value::Date(date(first)?)),
            Kind::TimeZone => Some(Value::TimeZone(zone(first)?)),
            Kind::DayHours => Some(Value::DayHours(DayHours::parse(raw)?)),
            Kind::One => one().map(|id| Value::Choice(ChoiceId(id))),
            Kind::Several => {
                let ids: Vec<ChoiceId> = chosen().map(|choice| ChoiceId(choice.value.to_string())).collect();
                (!ids.is_empty()).then_some(Value::Choices(ids))
            }
            Kind::Agree => Some(Value::Agreed),
        })
    }

    /// Reads what [`Value::stored`] wrote.
    pub fn read(self, stored: &str) -> Option<Value> {
        let list = || stored.split(',').filter(|part| !part.is_empty()).map(String::from);
        match self {
            Kind::Line { .. } | Kind::Name | Kind::Text { .. } => filled(stored.to_string()),
            Kind::Email => Email::parse(stored).ok().map(Value::Email),
            Kind::WebAddress => WebAddress::parse(stored).ok().map(Value::WebAddress),
            Kind::Country => filled(stored.to_string()).map(|_| Value::Country(stored.to_string())),
            Kind::Languages => Some(Value::Languages(list().collect())),
            Kind::OrganisationType => OrganisationType::parse(stored).map(Value::OrganisationType),
            Kind::ParticipantType => Some(Value::ParticipantType(TypeId(stored.to_string()))),
            Kind::Number { .. } => stored.parse().ok().map(Value::Number),
            Kind::Date => stored.parse().ok().map(Value::Date),
            Kind::TimeZone => stored.parse().ok().map(Value::TimeZone),
            Kind::DayHours => DayHours::parse(&[stored.to_string()]).ok().map(Value::DayHours),
            Kind::One => Some(Value::Choice(ChoiceId(stored.to_string()))),
            Kind::Several => Some(Value::Choices(list().map(ChoiceId).collect())),
            Kind::Agree => (stored == AGREED).then_some(Value::Agreed),
        }
    }
}

/// As a tick is stored, and sent by forms.
const AGREED: &str = "yes";

fn filled(text: String) -> Option<Value> {
    (!text.is_empty()).then_some(Value::Text(text))
}

fn languages(raw: &[String]) -> Result<Option<Value>, Message> {
    if let Some(unknown) = raw.iter().find(|code| !SPOKEN_LANGUAGES.contains(&code.as_str())) {
        return Err(Message::new("problem-language-unknown").with("language", unknown));
    }
    let known = in_known_order(raw);
    Ok((!known.is_empty()).then_some(Value::Languages(known)))
}

/// Spoken languages in the order of [`SPOKEN_LANGUAGES`], each once; others are left out.
pub fn in_known_order(codes: &[String]) -> Vec<String> {
    let known = SPOKEN_LANGUAGES.iter().filter(|known| codes.iter().any(|code| code == *known));
    known.map(|code| (*code).to_string()).collect()
}

fn number(raw: &str, min: i64, max: i64) -> Result<i64, Message> {
    let number = text::line(raw).parse::<i64>().ok().filter(|number| (min..=max).contains(number));
    number.ok_or_else(|| Message::new("problem-answer-number").with("min", min).with("max", max))
}

fn date(raw: &str) -> Result<NaiveDate, Message> {
    text::line(raw).parse().map_err(|_| Message::new("problem-answer-date"))
}

fn zone(raw: &str) -> Result<Zone, Message> {
    text::line(raw).parse().map_err(|_| Message::new("problem-time-zone"))
}

/// An answer that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Email(Email),
    WebAddress(WebAddress),
    /// ISO 3166-1 alpha-2.
    Country(String),
    /// ISO 639-1, in the order of [`SPOKEN_LANGUAGES`].
    Languages(Vec<String>),
    OrganisationType(OrganisationType),
    ParticipantType(TypeId),
    Number(i64),
    Date(NaiveDate),
    TimeZone(Zone),
    DayHours(DayHours),
    Choice(ChoiceId),
    Choices(Vec<ChoiceId>),
    Agreed,
}

impl Value {
    /// As stored, and as other programs read it.
    pub fn stored(&self) -> String {
        match self {
            Value::DayHours(hours) => hours.to_string(),
            other => other.raw().join(","),
        }
    }

    /// As the log keeps it: what was chosen is named in the event's first language, since the choices may go; the rest
    /// is as stored.
    pub fn in_log(&self, choices: &[Choice<'_>], first: Lang) -> String {
        match self {
            Value::ParticipantType(_) | Value::Choice(_) | Value::Choices(_) => {
                self.chosen(choices, first, first)
            }
            other => other.stored(),
        }
    }

    /// What was chosen, by what it is called.
    pub fn chosen(&self, choices: &[Choice<'_>], lang: Lang, first: Lang) -> String {
        let ids = self.raw();
        let found = choices.iter().filter(|choice| ids.iter().any(|id| id == choice.value));
        found.map(|choice| choice.label.get(lang, first)).collect::<Vec<_>>().join(", ")
    }

    /// As a form shows it and sends it back.
    pub fn raw(&self) -> Vec<String> {
        let one = |text: &str| vec![text.to_string()];
        match self {
            Value::Text(text) | Value::Country(text) => one(text),
            Value::Email(email) => one(email.as_str()),
            Value::WebAddress(address) => one(address.as_str()),
            Value::Languages(codes) => codes.clone(),
            Value::OrganisationType(kind) => one(kind.code()),
            Value::ParticipantType(id) => one(id.as_str()),
            Value::Number(number) => vec![number.to_string()],
            Value::Date(date) => vec![date.to_string()],
            Value::TimeZone(zone) => one(zone.name()),
            Value::DayHours(hours) => hours.times().to_vec(),
            Value::Choice(id) => one(id.as_str()),
            Value::Choices(ids) => ids.iter().map(|id| id.0.clone()).collect(),
            Value::Agreed => one(AGREED),
        }
    }
}

/// Which question an answer is to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerKey {
    /// A row of [`field::FIELDS`], by its code.
    Field(&'static str),
    /// A question of the event.
    Question(QuestionId),
}

impl AnswerKey {
    /// As stored, and the name of the form field.
    pub fn as_str(&self) -> &str {
        match self {
            AnswerKey::Field(code) => code,
            AnswerKey::Question(id) => id.as_str(),
        }
    }
}

/// Answers by their questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<AnswerKey, Value>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, key: &AnswerKey) -> Option<&Value> {
        self.0.get(key)
    }

    /// Replaces an answer, or takes it away.
    pub fn set(&mut self, key: AnswerKey, value: Option<Value>) {
        match value {
            Some(value) => self.0.insert(key, value),
            None => self.0.remove(&key),
        };
    }

    /// Keeps the answers to some questions alone.
    pub fn retain(&mut self, keep: impl Fn(&AnswerKey) -> bool) {
        self.0.retain(|key, _| keep(key));
    }

    /// Every answer, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = (&AnswerKey, &Value)> {
        self.0.iter()
    }
}

/// Something to choose from, with what it is called in the event's languages.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    pub value: &'a str,
    pub label: &'a Localised,
}

/// What a question is called.
#[derive(Debug, Clone, Copy)]
pub enum Wording<'a> {
    /// The words of a field, which the catalogues hold.
    Field(&'static Field),
    /// The event's own.
    Own(&'a Question),
}

/// One question as it is put at an event, whether every event puts it or this one alone: what forms, files and pages
/// take.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub key: AnswerKey,
    pub kind: Kind,
    pub wording: Wording<'a>,
    /// What is said where the answer is missing; none if it may be.
    pub required: Option<&'static str>,
    pub shown: Shown,
    /// What there is to choose from, where the event says so.
    pub choices: Vec<Choice<'a>>,
}

impl Asked<'_> {
    /// Whether the answer is part of where somebody is.
    pub fn is_in_place(&self) -> bool {
        matches!(self.wording, Wording::Field(field) if field.in_place)
    }

    /// Whether it is put at all: nobody is asked to choose where there is nothing to choose from, nor what is closed.
    pub fn is_put(&self) -> bool {
        let is_closed = matches!(self.wording, Wording::Own(question) if question.closed_at.is_some());
        let must_choose = matches!(self.kind, Kind::ParticipantType | Kind::One | Kind::Several);
        !is_closed && (!must_choose || !self.choices.is_empty())
    }

    /// Whether it is meant for somebody with these answers.
    pub fn fits(&self, person: &Person) -> bool {
        match self.wording {
            Wording::Field(_) => true,
            Wording::Own(question) => question.fits(person),
        }
    }

    /// Checks what was typed; nothing where nothing was and need not be.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self, raw: &[String]) -> Result<Option<Value>, Message> {
        match (self.kind.parse(raw, &self.choices)?, self.required) {
            (None, Some(missing)) if self.is_put() => Err(Message::new(missing)),
            (value, _) => Ok(value),
        }
    }
}

/// What an event asks of who somebody is, in the order of the form: the fields of every event, or of every one online, then its
/// own questions.
pub fn asked(programme: &Programme) -> Vec<Asked<'_>> {
    let types = || {
        programme.types.iter().map(|kind| Choice { value: kind.id.as_str(), label: &kind.label }).collect()
    };
    let of_field = |field: &'static Field| Asked {
        key: AnswerKey::Field(field.code),
        kind: field.kind,
        wording: Wording::Field(field),
        required: field.required,
        shown: field.shown,
        choices: if field.kind == Kind::ParticipantType { types() } else { Vec::new() },
    };
    let fields = field::FIELDS.iter().filter(|field| programme.is_online || !field.online);
    fields.map(of_field).chain(programme.questions.iter().map(of_own)).collect()
}

fn of_own(question: &Question) -> Asked<'_> {
    Asked {
        key: question.key(),
        kind: question.kind,
        wording: Wording::Own(question),
        required: question.required.then_some("problem-answer-missing"),
        shown: if question.visible { Shown::Listed } else { Shown::Organisers },
        choices: question.choices(),
    }
}
