//! What the demo's event asks of its own, and what its people answered.

use chrono::{DateTime, Utc};

use super::data::{Data, DemoQuestion};
use crate::domain::answer::{Kind, Value};
use crate::domain::event::Event;
use crate::domain::ids::ChoiceId;
use crate::domain::participant::Person;
use crate::domain::question::{Condition, Purpose, Question, QuestionChoice};
use crate::random::Random;
use crate::services::questions::ready_made;

/// The questions of the data, then the ready-made ones on food. Their ids are drawn by themselves, so that everything else
/// is drawn as it was without them.
pub(super) fn questions(data: &Data, event: &Event, seed: u64, now: DateTime<Utc>) -> Vec<Question> {
    let random = Random::seeded(!seed);
    let mut all: Vec<Question> = Vec::new();
    for asked in &data.questions.questions {
        let Some(kind) = Kind::of_question(&asked.kind) else { continue };
        let condition = asked.asked_by.and_then(|by| condition(&all, by));
        let choices = asked.choices.iter();
        all.push(Question {
            id: random.id(now),
            kind,
            label: asked.label.clone(),
            help: asked.help.clone(),
            choices: choices
                .map(|label| QuestionChoice { id: random.id(now), label: label.clone() })
                .collect(),
            required: false,
            visible: asked.visible,
            types: Vec::new(),
            condition,
            comparison: None,
            purpose: Purpose::Organisation,
            life_days: None,
            closed_at: None,
        });
    }
    all.extend(ready_made(&random, event, Purpose::Food, now));
    all
}

fn condition(earlier: &[Question], (question, choice): (usize, usize)) -> Option<Condition> {
    let question = earlier.get(question)?;
    let choice = question.choices.get(choice)?;
    Some(Condition { question: question.id.clone(), answer: choice.id.0.clone() })
}

/// What one of the people answered: the answers of the data in turn.
pub(super) fn answer(data: &Data, questions: &[Question], at: usize, person: &mut Person) {
    let in_turn =
        |answers: &[Vec<usize>]| answers.get(at % answers.len().max(1)).cloned().unwrap_or_default();
    let own = data.questions.questions.iter().map(|asked: &DemoQuestion| asked.answers.as_slice());
    let all = own.chain([data.questions.food.as_slice(), &[]]);
    for (question, answers) in questions.iter().zip(all) {
        let ids = |n: &usize| question.choices.get(*n).map(|one| one.id.clone());
        let picked = in_turn(answers);
        let chosen: Vec<ChoiceId> = picked.iter().filter_map(ids).collect();
        let value = match question.kind {
            Kind::One => chosen.into_iter().next().map(Value::Choice),
            Kind::Several => (!chosen.is_empty()).then_some(Value::Choices(chosen)),
            Kind::Agree => (!picked.is_empty()).then_some(Value::Agreed),
            _ if question.purpose == Purpose::Food => Some(Value::Text(data.questions.food_else.clone())),
            _ => None,
        };
        person.set(question.key(), value.filter(|_| question.is_asked(person)));
    }
}
