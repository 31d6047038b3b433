//! The lists of an event that an organiser edits: participant types with their matrix, and topics.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::Fault;
use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::meanwhile::Form;
use super::misfits::Whose;
use super::revising::{Revised, Saved, revise};
use super::tx::write;
use crate::app::App;
use crate::domain::event::{MeetingBlock, ParticipantType, Programme, Topic, TypePair, TypeRule};
use crate::domain::event_input::{LabelInput, LocalisedInput};
use crate::domain::ids::{BlockId, TopicId, TypeId, ordered};
use crate::domain::lang::Localised;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::domain::topic_list::{self, MAX_TOPICS};
use crate::store::{Db, StoreError, events, list_use, participants, programme};

/// Most participant types of an event: the matrix has to fit on a page.
const MAX_TYPES: usize = 20;

/// Adds a participant type at the end of the list.
pub fn add_type(app: &App, access: &ChangeAccess, input: &LocalisedInput) -> Result<(), EditError> {
    edit(app, access, "type.added", |db, lists| {
        if lists.types.len() >= MAX_TYPES {
            let many = Message::new("problem-types-many").with("most", MAX_TYPES);
            return Err(problem_at_first(access, "label", many));
        }
        let label = type_label(access, input, &lists, None)?;
        let kind = ParticipantType { id: app.random.id(app.clock.now()), label };
        let position = programme::next_type_position(db, &access.event().id)?;
        programme::insert_type(db, &access.event().id, &kind, position)?;
        Ok(kind.id.0)
    })
}

/// Changes the label of a participant type.
pub fn update_type(
    app: &App,
    access: &ChangeAccess,
    id: &TypeId,
    typed: &Typed<LabelInput>,
) -> Result<(), EditError> {
    let action = "type.changed";
    edit(app, access, action, |db, lists| {
        let stored = LabelInput::of(&find_type(&lists, id)?.label);
        let form = Form::of(access, action, id.as_str());
        let input: LabelInput = form.merge::<_, EditError>(db, typed, &stored)?;
        let label = type_label(access, &input.label, &lists, Some(id))?;
        programme::update_type(db, &access.event().id, &ParticipantType { id: id.clone(), label })?;
        Ok(id.0.clone())
    })
}

/// Removes a participant type; those who have it keep everything else. A question that is asked of this type alone would
/// be asked of everybody, and its organiser has to say so.
pub fn delete_type(app: &App, access: &ChangeAccess, id: &TypeId) -> Result<(), EditError> {
    edit(app, access, "type.removed", |db, lists| {
        find_type(&lists, id)?;
        if lists.questions.iter().any(|question| question.types.as_slice() == std::slice::from_ref(id)) {
            return Err(problem_at_first(access, "label", Message::new("problem-type-asked")));
        }
        programme::delete_type(db, &access.event().id, id)?;
        Ok(id.0.clone())
    })
}

/// Who may meet whom, as the form shows it: the code of the rule for each two types, by [`rule_field`].
pub type MatrixInput = BTreeMap<String, String>;

/// The name of the field with the rule for two types.
pub fn rule_field(one: &TypeId, other: &TypeId) -> String {
    let (a, b) = ordered(one, other);
    format!("rule:{a}:{b}")
}

/// The stored matrix as the form shows it.
pub fn matrix_input(lists: &Programme) -> MatrixInput {
    let types: Vec<&TypeId> = lists.types.iter().map(|kind| &kind.id).collect();
    let pairs =
        types.iter().enumerate().flat_map(|(n, one)| types.iter().skip(n).map(move |other| (*one, *other)));
    pairs
        .map(|(one, other)| (rule_field(one, other), lists.rule_for(one, other).code().to_string()))
        .collect()
}

/// Stores who may meet whom. Pairs of types that are gone meanwhile are left out.
pub fn set_matrix(
    app: &App,
    access: &ChangeAccess,
    typed: &Typed<MatrixInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let action = "matrix.changed";
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let form = Form::of(access, action, event.id.as_str());
        let input: MatrixInput = form.merge::<_, EditError>(tx.db, typed, &matrix_input(&lists))?;
        let types: Vec<&TypeId> = lists.types.iter().map(|kind| &kind.id).collect();
        let mut pairs: Vec<TypePair> = Vec::new();
        for (n, one) in types.iter().enumerate() {
            for other in types.iter().skip(n) {
                let rule = input.get(&rule_field(one, other)).and_then(|code| TypeRule::parse(code));
                let (a, b) = ordered(*one, *other);
                pairs.extend(rule.map(|rule| TypePair { a: a.clone(), b: b.clone(), rule }));
            }
        }
        programme::replace_type_rules(tx.db, &event.id, &pairs)?;
        access.note(tx, action, event.id.as_str(), "")?;
        Ok(Revised::quiet(()))
    })
}

/// How many topics a pasted list added and how many of its lines were there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    pub new: usize,
    pub known: usize,
}

/// Adds a pasted list of topics. A line that is there already is that topic, so that topics can be added below it.
pub fn add_topics(app: &App, access: &ChangeAccess, text: &str) -> Result<Added, EditError> {
    let counted = Cell::new(Added { new: 0, known: 0 });
    edit(app, access, "topics.added", |db, lists| {
        let mut added = Added { new: 0, known: 0 };
        let event = access.event();
        let lines = topic_list::parse(text, &event.languages)?;
        let mut topics = lists.topics;
        let mut main: Option<TopicId> = None;
        for line in lines {
            let parent = if line.is_child { main.clone() } else { None };
            let same = |topic: &&Topic| topic.parent == parent && topic.label.says_same(&line.label);
            let id = match topics.iter().find(same) {
                Some(topic) => {
                    added.known += 1;
                    topic.id.clone()
                }
                None => {
                    if topics.len() >= MAX_TOPICS {
                        let many = Message::new("problem-topics-many").with("most", MAX_TOPICS);
                        return Err(Problems::one("topics", many).into());
                    }
                    let topic = Topic { id: app.random.id(app.clock.now()), parent, label: line.label };
                    let position = programme::next_topic_position(db, &event.id)?;
                    programme::insert_topic(db, &event.id, &topic, position)?;
                    added.new += 1;
                    topics.push(topic.clone());
                    topic.id
                }
            };
            if !line.is_child {
                main = Some(id);
            }
        }
        counted.set(added);
        Ok(event.id.0.clone())
    })?;
    Ok(counted.get())
}

/// Changes the label of a topic.
pub fn update_topic(
    app: &App,
    access: &ChangeAccess,
    id: &TopicId,
    typed: &Typed<LabelInput>,
) -> Result<(), EditError> {
    let action = "topic.changed";
    edit(app, access, action, |db, lists| {
        let topic = find_topic(&lists, id)?;
        let form = Form::of(access, action, id.as_str());
        let input: LabelInput = form.merge::<_, EditError>(db, typed, &LabelInput::of(&topic.label))?;
        let label = label(access, &input.label)?;
        let twin = lists
            .topics
            .iter()
            .any(|other| other.id != *id && other.parent == topic.parent && other.label.says_same(&label));
        if twin {
            return Err(problem_at_first(access, "label", Message::new("problem-topic-twice")));
        }
        programme::update_topic(db, &access.event().id, &Topic { label, ..topic.clone() })?;
        Ok(id.0.clone())
    })
}

/// Removes a topic, those below it, and everyone's offers and seeks of them.
pub fn delete_topic(app: &App, access: &ChangeAccess, id: &TopicId) -> Result<(), EditError> {
    edit(app, access, "topic.removed", |db, lists| {
        find_topic(&lists, id)?;
        programme::delete_topic(db, &access.event().id, id)?;
        Ok(id.0.clone())
    })
}

/// Puts a topic, those below it and everyone's offers and seeks of it to another one.
pub fn merge_topics(
    app: &App,
    access: &ChangeAccess,
    from: &TopicId,
    into: &TopicId,
) -> Result<(), EditError> {
    let now = app.clock.now();
    edit(app, access, "topic.merged", |db, lists| {
        let (old, new) = (find_topic(&lists, from)?, find_topic(&lists, into)?);
        if from == into || new.parent.as_ref() == Some(&old.id) {
            return Err(Problems::one("into", Message::new("problem-topic-merge")).into());
        }
        let mut people = list_use::list_with_topic(db, from)?;
        for one in &mut people {
            one.profile.merge_topics(from, into);
            one.updated_at = now;
        }
        participants::update_many(db, &people.iter().collect::<Vec<_>>())?;
        // The tree has two levels.
        let above = new.parent.clone().unwrap_or_else(|| into.clone());
        for own in lists.topics.iter().filter(|topic| topic.parent.as_ref() == Some(from)) {
            programme::update_topic(
                db,
                &access.event().id,
                &Topic { parent: Some(above.clone()), ..own.clone() },
            )?;
        }
        programme::delete_topic(db, &access.event().id, from)?;
        Ok(into.0.clone())
    })
}

/// What a participant type or a topic is called, and how many hang on it: to be told before it is removed.
#[derive(Debug, Clone)]
pub struct InUse {
    pub label: Localised,
    pub count: i64,
}

/// How many participants have a type.
pub fn type_in_use(app: &App, access: &ChangeAccess, id: &TypeId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_type(&lists, id)?.label.clone();
        Ok(InUse { label, count: list_use::count_with_type(db, id)? })
    })
}

/// How many offers and seeks name a topic.
pub fn topic_in_use(app: &App, access: &ChangeAccess, id: &TopicId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_topic(&lists, id)?.label.clone();
        Ok(InUse { label, count: list_use::count_interests(db, id)? })
    })
}

/// One change of an event's lists: the event's row is locked, the change is logged with the id that it gives.
pub(super) fn edit(
    app: &App,
    access: &ChangeAccess,
    action: &str,
    change: impl Fn(&mut Db, Programme) -> Result<String, EditError>,
) -> Result<(), EditError> {
    write(app, |tx| {
        events::lock(tx.db, &access.event().id)?;
        let lists = programme::get(tx.db, &access.event().id)?;
        let subject = change(tx.db, lists)?;
        access.note(tx, action, &subject, "")?;
        Ok(())
    })
}

fn find_type<'a>(lists: &'a Programme, id: &TypeId) -> Result<&'a ParticipantType, StoreError> {
    lists.types.iter().find(|kind| kind.id == *id).ok_or(StoreError::NotFound)
}

pub(super) fn find_block<'a>(lists: &'a Programme, id: &BlockId) -> Result<&'a MeetingBlock, StoreError> {
    lists.blocks.iter().find(|block| block.id == *id).ok_or(StoreError::NotFound)
}

fn find_topic<'a>(lists: &'a Programme, id: &TopicId) -> Result<&'a Topic, StoreError> {
    lists.topics.iter().find(|topic| topic.id == *id).ok_or(StoreError::NotFound)
}

fn label(access: &EventAccess, input: &LocalisedInput) -> Result<Localised, EditError> {
    let mut problems = Problems::new();
    let first = access.event().first_language();
    let label = input.label("label", first, "problem-label-missing", &mut problems);
    label.filter(|_| problems.is_empty()).ok_or(EditError::Invalid(problems))
}

fn type_label(
    access: &EventAccess,
    input: &LocalisedInput,
    lists: &Programme,
    own: Option<&TypeId>,
) -> Result<Localised, EditError> {
    let label = label(access, input)?;
    let others = lists.types.iter().filter(|kind| Some(&kind.id) != own);
    if others.into_iter().any(|kind| kind.label.says_same(&label)) {
        return Err(problem_at_first(access, "label", Message::new("problem-type-twice")));
    }
    Ok(label)
}

/// A problem at the field of the event's first language.
fn problem_at_first(access: &EventAccess, field: &str, message: Message) -> EditError {
    Problems::one(format!("{field}_{}", access.event().first_language()), message).into()
}
