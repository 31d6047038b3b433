//! What an organiser does with the event's own questions: add, change, order, close and remove them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::access::ChangeAccess;
use super::events::EditError;
use super::meanwhile::Form;
use super::programme::edit;
use super::{Fault, announcements};
use crate::app::App;
use crate::domain::answer::Kind;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{ChoiceId, QuestionId};
use crate::domain::lang::Localised;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::domain::question::{Condition, MAX_QUESTIONS, Purpose, Question, QuestionChoice};
use crate::domain::question_input::{Checks, Known, QuestionInput};
use crate::random::Random;
use crate::store::{Db, StoreError, programme, questions};
use crate::words::Words;

/// The questions of an event, among its lists.
#[derive(Debug, Clone)]
pub struct QuestionsView {
    pub programme: Programme,
    /// How many answered each; those that nobody did are left out.
    pub answers: HashMap<QuestionId, i64>,
    /// The day on which everything that tells of persons is deleted, and those on which answers are before.
    pub everything_goes: NaiveDate,
    pub answers_go: HashMap<QuestionId, NaiveDate>,
}

impl QuestionsView {
    /// How many answered a question.
    pub fn answers_to(&self, id: &QuestionId) -> i64 {
        self.answers.get(id).copied().unwrap_or_default()
    }
}

/// Reads them for who may change them.
pub fn view(app: &App, access: &ChangeAccess) -> Result<QuestionsView, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = &access.event().id;
        let (programme, answers) = (programme::get(db, event)?, questions::count_answers(db, event)?);
        let everything_goes = announcements::view(db, access.event(), now)?.day;
        let answers_go = announcements::days_of_answers(db, access.event(), &programme.questions, now)?;
        Ok(QuestionsView { programme, answers, everything_goes, answers_go })
    })
}

/// Adds a question at the end of the list.
pub fn add(app: &App, access: &ChangeAccess, input: &QuestionInput) -> Result<(), EditError> {
    edit(app, access, "question.added", |db, lists| {
        has_room(&lists, 1)?;
        let id: QuestionId = app.random.id(app.clock.now());
        let checks = Checks { event: access.event(), programme: &lists, known: None };
        let question = input.parse(id, &checks, || app.random.id(app.clock.now()))?;
        questions::insert(db, &access.event().id, &question, lists.questions.len())?;
        Ok(question.id.0)
    })
}

/// Changes a question. Of one that was answered, the kind and the choices that were chosen stay.
pub fn update(
    app: &App,
    access: &ChangeAccess,
    id: &QuestionId,
    typed: &Typed<QuestionInput>,
) -> Result<(), EditError> {
    let action = "question.changed";
    edit(app, access, action, |db, lists| {
        let (place, question) = find(&lists, id)?;
        let form = Form::of(access, action, id.as_str());
        let stored = QuestionInput::of(question, &lists);
        let input: QuestionInput = form.merge::<_, EditError>(db, typed, &stored)?;
        let known = known(db, &lists, question)?;
        let checks = Checks { event: access.event(), programme: &lists, known: Some(known) };
        let changed = input.parse(id.clone(), &checks, || app.random.id(app.clock.now()))?;
        let can_decide = changed.can_decide() && changed.kind == question.kind;
        if !can_decide && depends(&lists, id) {
            return Err(Problems::one("kind", Message::new("problem-question-decides")).into());
        }
        questions::update(db, &access.event().id, &changed, place)?;
        Ok(id.0.clone())
    })
}

/// Moves a question one place up or down. It stays below the question by whose answer it is asked.
pub fn shift(app: &App, access: &ChangeAccess, id: &QuestionId, up: bool) -> Result<(), EditError> {
    edit(app, access, "questions.arranged", |db, lists| {
        let (place, _) = find(&lists, id)?;
        let lower = if up { place.checked_sub(1) } else { Some(place) };
        let pair = lower.and_then(|at| Some((at, lists.questions.get(at)?, lists.questions.get(at + 1)?)));
        if let Some((at, first, second)) = pair {
            if second.condition.as_ref().is_some_and(|one| one.question == first.id) {
                return Err(Problems::one("questions", Message::new("problem-question-order")).into());
            }
            let mut ids: Vec<QuestionId> = lists.questions.iter().map(|one| one.id.clone()).collect();
            ids.swap(at, at + 1);
            questions::arrange(db, &access.event().id, &ids)?;
        }
        Ok(id.0.clone())
    })
}

/// Closes a question, so that nobody is asked any more and the answers stay, or opens it again.
pub fn set_closed(app: &App, access: &ChangeAccess, id: &QuestionId, closed: bool) -> Result<(), EditError> {
    let action = if closed { "question.closed" } else { "question.opened" };
    edit(app, access, action, |db, lists| {
        let (place, question) = find(&lists, id)?;
        let closed_at = closed.then(|| app.clock.now());
        questions::update(db, &access.event().id, &Question { closed_at, ..question.clone() }, place)?;
        Ok(id.0.clone())
    })
}

/// Removes a question that nobody answered and by which no other one is asked.
pub fn remove(app: &App, access: &ChangeAccess, id: &QuestionId) -> Result<(), EditError> {
    edit(app, access, "question.removed", |db, lists| {
        find(&lists, id)?;
        let event = &access.event().id;
        let answered = questions::count_answers(db, event)?.contains_key(id);
        if answered {
            return Err(Problems::one("questions", Message::new("problem-question-answered")).into());
        }
        if depends(&lists, id) {
            return Err(Problems::one("questions", Message::new("problem-question-decides")).into());
        }
        questions::delete(db, event, id)?;
        Ok(id.0.clone())
    })
}

/// Adds the ready-made questions of a purpose, in the event's languages, unless they are there.
pub fn add_ready_made(app: &App, access: &ChangeAccess, purpose: Purpose) -> Result<(), EditError> {
    edit(app, access, "question.added", |db, lists| {
        let event = access.event();
        let made = ready_made(&app.random, event, purpose, app.clock.now());
        has_room(&lists, made.len())?;
        let there = |one: &Question| lists.questions.iter().any(|known| known.label.says_same(&one.label));
        if made.iter().any(there) {
            return Err(Problems::one("questions", Message::new("problem-question-there")).into());
        }
        for (place, question) in (lists.questions.len()..).zip(&made) {
            questions::insert(db, &event.id, question, place)?;
        }
        Ok(made.first().map(|one| one.id.0.clone()).unwrap_or_default())
    })
}

/// The ready-made questions of a purpose: one on access needs; one on food, and one that asks whoever chose "something
/// else" what that is.
pub(super) fn ready_made(
    random: &Random,
    event: &Event,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Vec<Question> {
    let said = |end: &str| {
        let key = format!("question-ready-{}{end}", purpose.code());
        let each = event.languages.iter().copied();
        each.fold(Localised::default(), |text, lang| text.with(lang, Words::of(lang).t(&key)))
    };
    let one = |end: &str, kind: &str| Question {
        id: random.id(now),
        kind: Kind::of_question(kind).unwrap_or(Kind::Agree),
        label: said(end),
        help: said(&format!("{end}-help")),
        choices: Vec::new(),
        required: false,
        visible: false,
        types: Vec::new(),
        condition: None,
        comparison: None,
        purpose,
        life_days: Some(Purpose::SENSITIVE_DAYS.min(event.shred_after_days)),
        closed_at: None,
    };
    if purpose != Purpose::Food {
        return vec![one("", "long_text")];
    }
    let choice = |end: &str| QuestionChoice { id: random.id(now), label: said(end) };
    let choices = ["-any", "-vegetarian", "-vegan", "-else"].map(choice).to_vec();
    let food = Question { choices, ..one("", "one") };
    let condition =
        food.choices.last().map(|last| Condition { question: food.id.clone(), answer: last.id.0.clone() });
    let what = Question { condition, ..one("-what", "text") };
    vec![food, what]
}

fn has_room(lists: &Programme, more: usize) -> Result<(), EditError> {
    if lists.questions.len() + more > MAX_QUESTIONS {
        let many = Message::new("problem-questions-many").with("most", MAX_QUESTIONS);
        return Err(Problems::one("questions", many).into());
    }
    Ok(())
}

fn find<'a>(lists: &'a Programme, id: &QuestionId) -> Result<(usize, &'a Question), StoreError> {
    let found = lists.questions.iter().enumerate().find(|(_, question)| question.id == *id);
    found.ok_or(StoreError::NotFound)
}

/// Whether another question is asked by the answer to this one.
fn depends(lists: &Programme, id: &QuestionId) -> bool {
    conditions_on(lists, id).next().is_some()
}

fn conditions_on<'a>(lists: &'a Programme, id: &'a QuestionId) -> impl Iterator<Item = &'a Condition> {
    lists.questions.iter().filter_map(|one| one.condition.as_ref()).filter(move |one| one.question == *id)
}

fn known<'a>(db: &mut Db, lists: &'a Programme, question: &'a Question) -> Result<Known<'a>, StoreError> {
    let mut used: HashSet<ChoiceId> = questions::chosen(db, &question.id)?;
    let has_answers = !used.is_empty();
    used.extend(conditions_on(lists, &question.id).map(|one| ChoiceId(one.answer.clone())));
    Ok(Known { question, has_answers, used })
}
