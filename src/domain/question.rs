//! An event's own questions: what it asks of its participants beside the fields of every event, and of whom.

use chrono::{DateTime, NaiveDate, Utc};

use super::answer::{AnswerKey, Choice, Kind};
use super::codes::codes;
use super::deletion::days_after;
use super::event::Event;
use super::ids::{ChoiceId, QuestionId, TypeId};
use super::lang::Localised;
use super::participant::Person;

/// Most questions of an event.
pub const MAX_QUESTIONS: usize = 30;
/// Most choices of a question.
pub const MAX_CHOICES: usize = 60;
/// Most points that a question gives in a round, as a term of the scoring has at most.
pub const MAX_POINTS: u32 = 500;

/// A question as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    /// One of [`Kind::OF_QUESTIONS`].
    pub kind: Kind,
    pub label: Localised,
    /// What is said beside it; may be empty.
    pub help: Localised,
    /// In the organiser's order.
    pub choices: Vec<QuestionChoice>,
    pub required: bool,
    /// Whether other participants see the answers of those who show themselves.
    pub visible: bool,
    /// Who is asked; everybody if there is none.
    pub types: Vec<TypeId>,
    pub condition: Option<Condition>,
    pub comparison: Option<Comparison>,
    pub purpose: Purpose,
    /// So many days after the event its answers are deleted, if that is before everything else is.
    pub life_days: Option<u32>,
    /// Since when nobody is asked any more; the answers stay.
    pub closed_at: Option<DateTime<Utc>>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionChoice {
    pub id: ChoiceId,
    pub label: Localised,
}

/// Asked only of those who gave this answer to an earlier question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub question: QuestionId,
    /// As a form sends it: the id of a choice, the code of a country, the tick.
    pub answer: String,
}

/// Which two answers speak for a meeting, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    pub wanted: Wanted,
    /// From 1 to [`MAX_POINTS`].
    pub points: u32,
}

codes! {
    /// Which two answers speak for a meeting.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Wanted {
        Same = "same",
        Different = "different",
    }
}

codes! {
    /// What answers are used for; its name in the catalogues is `question-purpose-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Purpose {
        /// To organise the event: with the registration.
        Organisation = "organisation",
        /// So that everybody can take part. It may tell of somebody's health: only with their explicit consent (GDPR,
        /// Article 9 (2) (a)).
        Access = "access",
        /// To order food. It may tell of somebody's health or religion: the same.
        Food = "food",
    }
}

impl Purpose {
    /// Days after the event for which such answers are kept unless the organiser says otherwise.
    pub const SENSITIVE_DAYS: u32 = 14;

    /// Whether answers may tell of health or religion. Such a question is never required, seen by others or counted in
    /// a round, and its answers are deleted early.
    pub fn is_sensitive(self) -> bool {
        self != Purpose::Organisation
    }
}

impl Question {
    /// What its answers are found by.
    pub fn key(&self) -> AnswerKey {
        AnswerKey::Question(self.id.clone())
    }

    /// What there is to choose from, as forms take it.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        self.choices.iter().map(|one| Choice { value: one.id.as_str(), label: &one.label }).collect()
    }

    /// Whether it is meant for somebody with these answers: as what they take part, and what they answered before.
    pub fn fits(&self, person: &Person) -> bool {
        let of_type = person.participant_type.as_ref().is_some_and(|own| self.types.contains(own));
        (self.types.is_empty() || of_type) && self.condition.as_ref().is_none_or(|one| one.holds(person))
    }

    /// Whether somebody with these answers is asked: the one rule for forms, imports and reviews.
    pub fn is_asked(&self, person: &Person) -> bool {
        self.closed_at.is_none() && self.fits(person)
    }

    /// The day on which its answers are deleted, where that is not the day of everything else.
    pub fn ends_on(&self, event: &Event) -> Option<NaiveDate> {
        self.life_days.map(|days| days_after(event.ends_on, days))
    }

    /// Whether a later question can be asked by the answer.
    pub fn can_decide(&self) -> bool {
        matches!(self.kind, Kind::One | Kind::Several | Kind::Agree | Kind::Country)
    }
}

/// Whether two answers of a kind can be the same: texts never are.
pub fn can_be_compared(kind: Kind) -> bool {
    !matches!(kind, Kind::Line { .. } | Kind::Name | Kind::Text { .. })
}

impl Condition {
    fn holds(&self, person: &Person) -> bool {
        let given = person.answers.get(&AnswerKey::Question(self.question.clone()));
        given.is_some_and(|value| value.raw().contains(&self.answer))
    }
}

/// Takes away the answers to questions that somebody is not asked, the earlier ones first: one answer less may mean that
/// a later question is not asked either. Answers to closed questions stay.
pub fn drop_unasked(person: &mut Person, questions: &[Question]) {
    for question in questions.iter().filter(|question| question.closed_at.is_none()) {
        if !question.fits(person) {
            person.set(question.key(), None);
        }
    }
}
