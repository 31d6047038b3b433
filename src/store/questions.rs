//! An event's own questions with their choices, and what hangs on their answers.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{answers, question_choices, question_types, questions};
use super::{Db, StoreError};
use crate::domain::answer::Kind;
use crate::domain::ids::{ChoiceId, EventId, QuestionId, TypeId};
use crate::domain::question::{Comparison, Condition, Purpose, Question, QuestionChoice, Wanted};

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = questions, treat_none_as_null = true)]
struct QuestionRow {
    id: String,
    event_id: String,
    position: i32,
    kind: String,
    label: String,
    help: String,
    required: bool,
    visible: bool,
    condition_question: Option<String>,
    condition_answer: String,
    purpose: String,
    matching: String,
    points: i32,
    life_days: Option<i32>,
    closed_at: Option<NaiveDateTime>,
}

impl QuestionRow {
    fn of(event: &EventId, question: &Question, position: usize) -> Result<QuestionRow, StoreError> {
        let condition = question.condition.as_ref();
        Ok(QuestionRow {
            id: question.id.0.clone(),
            event_id: event.0.clone(),
            position: i32::try_from(position).unwrap_or(i32::MAX),
            kind: question.kind.code_of_question().to_string(),
            label: to_json("question", &question.label)?,
            help: to_json("question help", &question.help)?,
            required: question.required,
            visible: question.visible,
            condition_question: condition.map(|one| one.question.0.clone()),
            condition_answer: condition.map(|one| one.answer.clone()).unwrap_or_default(),
            purpose: question.purpose.code().to_string(),
            matching: question.comparison.map(|one| one.wanted.code()).unwrap_or_default().to_string(),
            points: question.comparison.map_or(0, |one| stored(one.points)),
            life_days: question.life_days.map(stored),
            closed_at: question.closed_at.map(|at| at.naive_utc()),
        })
    }

    fn into_question(self, choices: Vec<QuestionChoice>, types: Vec<TypeId>) -> Result<Question, StoreError> {
        let points = count(self.points);
        Ok(Question {
            kind: known("question", &self.kind, Kind::of_question(&self.kind))?,
            label: from_json("question", &self.label)?,
            help: from_json("question help", &self.help)?,
            required: self.required,
            visible: self.visible,
            condition: self
                .condition_question
                .map(|id| Condition { question: QuestionId(id), answer: self.condition_answer }),
            comparison: Wanted::parse(&self.matching).map(|wanted| Comparison { wanted, points }),
            purpose: known("question", &self.purpose, Purpose::parse(&self.purpose))?,
            life_days: self.life_days.map(count),
            closed_at: self.closed_at.map(utc),
            id: QuestionId(self.id),
            choices,
            types,
        })
    }
}

/// The questions of an event in the organiser's order.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<Question>, StoreError> {
    let rows: Vec<QuestionRow> = questions::table
        .filter(questions::event_id.eq(event.as_str()))
        .order((questions::position, questions::id))
        .load(db)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut choices = choices_of(db, &ids)?;
    let mut types: HashMap<String, Vec<TypeId>> = HashMap::new();
    let asked: Vec<(String, String)> = question_types::table
        .filter(question_types::question_id.eq_any(&ids))
        .order((question_types::question_id, question_types::type_id))
        .load(db)?;
    for (question, kind) in asked {
        types.entry(question).or_default().push(TypeId(kind));
    }
    rows.into_iter()
        .map(|row| {
            let (choices, types) = (choices.remove(&row.id), types.remove(&row.id));
            row.into_question(choices.unwrap_or_default(), types.unwrap_or_default())
        })
        .collect()
}

fn choices_of(db: &mut Db, ids: &[String]) -> Result<HashMap<String, Vec<QuestionChoice>>, StoreError> {
    let rows: Vec<(String, String, i32, String)> = question_choices::table
        .filter(question_choices::question_id.eq_any(ids))
        .order((question_choices::position, question_choices::id))
        .load(db)?;
    let mut choices: HashMap<String, Vec<QuestionChoice>> = HashMap::new();
    for (id, question, _, label) in rows {
        let label = from_json("choice", &label)?;
        choices.entry(question).or_default().push(QuestionChoice { id: ChoiceId(id), label });
    }
    Ok(choices)
}

/// Adds a question at a place in the list.
pub fn insert(db: &mut Db, event: &EventId, question: &Question, position: usize) -> Result<(), StoreError> {
    diesel::insert_into(questions::table).values(QuestionRow::of(event, question, position)?).execute(db)?;
    insert_lists(db, question)
}

/// Changes everything about a question but its place.
pub fn update(db: &mut Db, event: &EventId, question: &Question, position: usize) -> Result<(), StoreError> {
    let id = question.id.as_str();
    diesel::update(questions::table.find(id).filter(questions::event_id.eq(event.as_str())))
        .set(QuestionRow::of(event, question, position)?)
        .execute(db)?;
    diesel::delete(question_choices::table.filter(question_choices::question_id.eq(id))).execute(db)?;
    diesel::delete(question_types::table.filter(question_types::question_id.eq(id))).execute(db)?;
    insert_lists(db, question)
}

fn insert_lists(db: &mut Db, question: &Question) -> Result<(), StoreError> {
    for (position, choice) in (0..).zip(&question.choices) {
        diesel::insert_into(question_choices::table)
            .values((
                question_choices::id.eq(choice.id.as_str()),
                question_choices::question_id.eq(question.id.as_str()),
                question_choices::position.eq(position),
                question_choices::label.eq(to_json("choice", &choice.label)?),
            ))
            .execute(db)?;
    }
    for kind in &question.types {
        diesel::insert_into(question_types::table)
            .values((
                question_types::question_id.eq(question.id.as_str()),
                question_types::type_id.eq(kind.as_str()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Puts an event's questions into this order.
pub fn arrange(db: &mut Db, event: &EventId, ids: &[QuestionId]) -> Result<(), StoreError> {
    for (position, id) in (0_i32..).zip(ids) {
        diesel::update(questions::table.find(id.as_str()).filter(questions::event_id.eq(event.as_str())))
            .set(questions::position.eq(position))
            .execute(db)?;
    }
    Ok(())
}

/// Removes a question with its answers.
pub fn delete(db: &mut Db, event: &EventId, id: &QuestionId) -> Result<(), StoreError> {
    diesel::delete(questions::table.find(id.as_str()).filter(questions::event_id.eq(event.as_str())))
        .execute(db)?;
    Ok(())
}

/// How many answered each question of an event; those that nobody did are left out.
pub fn count_answers(db: &mut Db, event: &EventId) -> Result<HashMap<QuestionId, i64>, StoreError> {
    let rows: Vec<(String, i64)> = answers::table
        .inner_join(questions::table)
        .filter(questions::event_id.eq(event.as_str()))
        .group_by(questions::id)
        .select((questions::id, count_star()))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, n)| (QuestionId(id), n)).collect())
}

/// The choices of a question that somebody chose.
pub fn chosen(db: &mut Db, id: &QuestionId) -> Result<HashSet<ChoiceId>, StoreError> {
    let values: Vec<String> =
        answers::table.filter(answers::question_id.eq(id.as_str())).select(answers::value).load(db)?;
    let each = values.iter().flat_map(|value| value.split(','));
    Ok(each.map(|id| ChoiceId(id.to_string())).collect())
}

/// The questions with answers that are deleted before everything else of their event: which event, which question, and
/// how many days after the event.
pub fn list_short_lived(db: &mut Db) -> Result<Vec<(EventId, QuestionId, u32)>, StoreError> {
    let answered = answers::table.filter(answers::question_id.is_not_null()).select(answers::question_id);
    let rows: Vec<(String, String, Option<i32>)> = questions::table
        .filter(questions::life_days.is_not_null())
        .filter(questions::id.nullable().eq_any(answered))
        .order((questions::event_id, questions::id))
        .select((questions::event_id, questions::id, questions::life_days))
        .load(db)?;
    let found =
        rows.into_iter().filter_map(|(event, id, days)| Some((EventId(event), QuestionId(id), count(days?))));
    Ok(found.collect())
}

/// Deletes everybody's answers to a question; gives how many there were.
pub fn delete_answers(db: &mut Db, id: &QuestionId) -> Result<usize, StoreError> {
    Ok(diesel::delete(answers::table.filter(answers::question_id.eq(id.as_str()))).execute(db)?)
}
