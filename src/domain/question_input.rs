//! The organiser's form about a question as it was typed, and what it is checked for.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::answer::Kind;
use super::event::{Event, Programme};
use super::event_input::{LocalisedInput, number};
use super::ids::{ChoiceId, QuestionId, TypeId};
use super::lang::Lang;
use super::problems::{Message, Problems};
use super::question::{
    Comparison, Condition, MAX_CHOICES, MAX_POINTS, Purpose, Question, QuestionChoice, Wanted,
    can_be_compared,
};
use super::text;
use super::topic_list;

/// What stands between a question and its answer in the form's list of conditions.
const IS: char = '=';
/// Stands for the country that is chosen in a list of its own.
const COUNTRY: &str = "country";

/// The form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionInput {
    /// A code of [`Kind::OF_QUESTIONS`]; empty where it cannot be changed.
    pub kind: String,
    pub label: LocalisedInput,
    pub help: LocalisedInput,
    /// The choices that there are, by their ids; one without a text goes.
    #[serde(rename = "choice")]
    pub choices: Vec<(String, LocalisedInput)>,
    /// Further choices, one a line, in the event's languages with `|` between them.
    pub more_choices: String,
    pub required: bool,
    pub visible: bool,
    /// Ids; everybody is asked if there is none.
    pub types: Vec<String>,
    /// `QUESTION=ANSWER`; empty for none.
    pub condition: String,
    /// The code of the country, where the condition is about one.
    pub condition_country: String,
    /// `same` or `different`; empty if it does not count.
    pub comparison: String,
    pub points: String,
    /// Empty to keep the answers as long as everything else.
    pub life_days: String,
}

/// What is known of the question that a form changes.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    pub question: &'a Question,
    pub has_answers: bool,
    /// The choices that somebody chose, or by which another question is asked.
    pub used: HashSet<ChoiceId>,
}

/// What a form is checked against.
pub struct Checks<'a> {
    pub event: &'a Event,
    pub programme: &'a Programme,
    /// None where the question is new.
    pub known: Option<Known<'a>>,
}

impl QuestionInput {
    /// The form of a question.
    pub fn of(question: &Question, programme: &Programme) -> QuestionInput {
        let condition = question.condition.as_ref();
        let is_country = |one: &Condition| {
            programme.questions.iter().any(|q| q.id == one.question && q.kind == Kind::Country)
        };
        QuestionInput {
            kind: question.kind.code_of_question().to_string(),
            label: LocalisedInput::of(&question.label),
            help: LocalisedInput::of(&question.help),
            choices: question
                .choices
                .iter()
                .map(|one| (one.id.0.clone(), LocalisedInput::of(&one.label)))
                .collect(),
            more_choices: String::new(),
            required: question.required,
            visible: question.visible,
            types: question.types.iter().map(|id| id.0.clone()).collect(),
            condition: condition
                .map(|one| match is_country(one) {
                    true => country_code(one.question.as_str()),
                    false => condition_code(one.question.as_str(), &one.answer),
                })
                .unwrap_or_default(),
            condition_country: condition
                .filter(|one| is_country(one))
                .map(|one| one.answer.clone())
                .unwrap_or_default(),
            comparison: question.comparison.map(|one| one.wanted.code().to_string()).unwrap_or_default(),
            points: question.comparison.map(|one| one.points.to_string()).unwrap_or_default(),
            life_days: question.life_days.map(|days| days.to_string()).unwrap_or_default(),
        }
    }

    /// Checks what was typed. `id` gives ids to new choices.
    ///
    /// # Errors
    /// What is wrong, at each field.
    pub fn parse(
        &self,
        id: QuestionId,
        checks: &Checks<'_>,
        new_choice: impl FnMut() -> ChoiceId,
    ) -> Result<Question, Problems> {
        let mut problems = Problems::new();
        let known = checks.known.as_ref();
        let purpose = known.map_or(Purpose::Organisation, |known| known.question.purpose);
        let first = checks.event.first_language();
        let kind = problems.take("kind", self.parse_kind(checks));
        let label = self.label.label("label", first, "problem-question-label-missing", &mut problems);
        if label.as_ref().is_some_and(|label| checks.others().any(|other| other.label.says_same(label))) {
            problems.add(format!("label_{first}"), Message::new("problem-question-twice"));
        }
        let help = self.help.text("help", text::NOTE_MAX, &mut problems);
        let choices = kind.and_then(|kind| self.parse_choices(kind, checks, new_choice, &mut problems));
        let comparison = kind.and_then(|kind| problems.take("comparison", self.parse_comparison(kind)));
        let condition = problems.take("condition", self.parse_condition(checks));
        let life_days = problems.take("life_days", self.parse_life(checks));
        self.check_privacy(purpose, known, &mut problems);
        let question = || {
            Some(Question {
                id,
                kind: kind?,
                label: label?,
                help: help?,
                choices: choices?,
                required: self.required,
                visible: self.visible,
                types: self.parse_types(checks),
                condition: condition?,
                comparison: comparison?,
                purpose,
                life_days: life_days?,
                closed_at: known.and_then(|known| known.question.closed_at),
            })
        };
        match question() {
            Some(question) if problems.is_empty() => Ok(question),
            _ => Err(problems),
        }
    }

    fn parse_kind(&self, checks: &Checks<'_>) -> Result<Kind, Message> {
        let known = checks.known.as_ref();
        if let (true, Some(known)) = (self.kind.is_empty(), known) {
            return Ok(known.question.kind);
        }
        let kind = Kind::of_question(&self.kind).ok_or_else(|| Message::new("problem-choose-one"))?;
        if known.is_some_and(|known| known.has_answers && known.question.kind != kind) {
            return Err(Message::new("problem-question-kind-fixed"));
        }
        Ok(kind)
    }

    fn parse_choices(
        &self,
        kind: Kind,
        checks: &Checks<'_>,
        mut new_choice: impl FnMut() -> ChoiceId,
        problems: &mut Problems,
    ) -> Option<Vec<QuestionChoice>> {
        if !matches!(kind, Kind::One | Kind::Several) {
            return Some(Vec::new());
        }
        let first = checks.event.first_language();
        let mut choices = Vec::new();
        for (id, typed) in &self.choices {
            let field = format!("choice-{id}");
            let known = checks.known.as_ref();
            if Lang::ALL.iter().all(|lang| text::line(typed.get(*lang)).is_empty()) {
                if known.is_some_and(|known| known.used.iter().any(|used| used.as_str() == id)) {
                    problems.add(format!("{field}_{first}"), Message::new("problem-question-choice-used"));
                }
                continue;
            }
            let is_own =
                known.is_some_and(|known| known.question.choices.iter().any(|one| one.id.as_str() == id));
            let label = typed.label(&field, first, "problem-label-missing", problems);
            if let (true, Some(label)) = (is_own, label) {
                choices.push(QuestionChoice { id: ChoiceId(id.clone()), label });
            }
        }
        match topic_list::labels(&self.more_choices, &checks.event.languages) {
            Ok(labels) => {
                choices.extend(labels.into_iter().map(|label| QuestionChoice { id: new_choice(), label }));
            }
            Err(message) => problems.add("more_choices", message),
        }
        let twice = choices
            .iter()
            .enumerate()
            .any(|(n, one)| choices.iter().skip(n + 1).any(|other| other.label.says_same(&one.label)));
        if twice {
            problems.add("more_choices", Message::new("problem-question-choice-twice"));
        } else if choices.len() > MAX_CHOICES {
            problems
                .add("more_choices", Message::new("problem-question-choices-many").with("most", MAX_CHOICES));
        } else if choices.len() < 2 && problems.is_empty() {
            problems.add("more_choices", Message::new("problem-question-choices-few"));
        }
        Some(choices)
    }

    fn parse_comparison(&self, kind: Kind) -> Result<Option<Comparison>, Message> {
        let Some(wanted) = Wanted::parse(&self.comparison) else { return Ok(None) };
        if !can_be_compared(kind) {
            return Err(Message::new("problem-question-comparison-kind"));
        }
        Ok(Some(Comparison { wanted, points: number(&self.points, 1, MAX_POINTS)? }))
    }

    /// The questions before this one are those by which it can be asked.
    fn parse_condition(&self, checks: &Checks<'_>) -> Result<Option<Condition>, Message> {
        if self.condition.is_empty() {
            return Ok(None);
        }
        let wrong = || Message::new("problem-question-condition");
        let (question, answer) = self.condition.split_once(IS).ok_or_else(wrong)?;
        let earlier = checks.earlier().find(|one| one.id.as_str() == question && one.can_decide());
        let earlier = earlier.ok_or_else(wrong)?;
        let raw = if answer == COUNTRY { self.condition_country.clone() } else { answer.to_string() };
        match earlier.kind.parse(&[raw], &earlier.choices()) {
            Ok(Some(value)) => Ok(Some(Condition { question: earlier.id.clone(), answer: value.stored() })),
            Ok(None) | Err(_) => Err(wrong()),
        }
    }

    fn parse_types(&self, checks: &Checks<'_>) -> Vec<TypeId> {
        let chosen = |id: &TypeId| self.types.iter().any(|one| one == id.as_str());
        checks.programme.types.iter().map(|kind| kind.id.clone()).filter(chosen).collect()
    }

    fn parse_life(&self, checks: &Checks<'_>) -> Result<Option<u32>, Message> {
        let known = checks.known.as_ref();
        let sensitive = known.is_some_and(|known| known.question.purpose.is_sensitive());
        let most = checks.event.shred_after_days;
        let promised = known.filter(|known| known.has_answers).and_then(|known| known.question.life_days);
        let days = match text::line(&self.life_days).as_str() {
            "" if sensitive || promised.is_some() => {
                return Err(Message::new("problem-question-life-missing"));
            }
            "" => return Ok(None),
            typed => number(typed, 0, most)?,
        };
        match promised {
            Some(promised) if days > promised => {
                Err(Message::new("problem-question-life-promised").with("days", promised))
            }
            _ => Ok(Some(days)),
        }
    }

    /// Whoever answered what the organisers alone see has not agreed to more.
    fn check_privacy(&self, purpose: Purpose, known: Option<&Known<'_>>, problems: &mut Problems) {
        if purpose.is_sensitive() {
            let settings = [
                ("required", self.required),
                ("visible", self.visible),
                ("comparison", !self.comparison.is_empty()),
            ];
            for (field, _) in settings.into_iter().filter(|(_, on)| *on) {
                problems.add(field, Message::new("problem-question-sensitive"));
            }
        } else if self.visible && known.is_some_and(|known| known.has_answers && !known.question.visible) {
            problems.add("visible", Message::new("problem-question-visible-later"));
        }
    }
}

/// An entry of the form's list of conditions.
pub fn condition_code(question: &str, answer: &str) -> String {
    format!("{question}{IS}{answer}")
}

/// The entry that means the country of the list beside it.
pub fn country_code(question: &str) -> String {
    condition_code(question, COUNTRY)
}

impl<'a> Checks<'a> {
    /// The event's other questions.
    fn others(&self) -> impl Iterator<Item = &'a Question> {
        let own = self.known.as_ref().map(|known| known.question.id.clone());
        self.programme.questions.iter().filter(move |one| Some(&one.id) != own.as_ref())
    }

    /// Those before it; a new one comes last.
    fn earlier(&self) -> impl Iterator<Item = &'a Question> {
        earlier(self.programme, self.known.as_ref().map(|known| &known.question.id))
    }
}

/// The questions before one; all of them for a new one.
pub fn earlier<'a>(programme: &'a Programme, own: Option<&QuestionId>) -> impl Iterator<Item = &'a Question> {
    let own = own.cloned();
    programme.questions.iter().take_while(move |one| Some(&one.id) != own.as_ref())
}
