//! What a new event takes over from another one: its lists and its agenda, under ids of their own and on its own days.

use std::collections::HashMap;

use crate::zones::Zone;

use super::agenda_change::Shift;
use super::event::{MeetingBlock, ParticipantType, Programme, Session, Slot, Topic, TypePair};
use super::floor::{Floor, Table};
use super::ids::{BlockId, ChoiceId, QuestionId, SessionId, SlotId, TopicId, TypeId, ordered};
use super::interpreter::Interpreting;
use super::problems::Message;
use super::question::{Condition, Question, QuestionChoice};

/// Where the lists and the agenda of an event go.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    pub shift: Shift,
    /// The zone of the event they come from, and that of the new one: what began at nine begins at nine there.
    pub zones: (Zone, Zone),
}

/// The lists and the agenda of a new event. `new_id` gives an id at each call that nobody has. A question that is closed is not taken
/// over, nor one that is asked after it.
///
/// # Errors
/// A time that the clocks skip on that day.
pub fn copied(
    of: &Programme,
    target: Target,
    mut new_id: impl FnMut() -> String,
) -> Result<Programme, Message> {
    let types: Vec<ParticipantType> =
        of.types.iter().map(|kind| ParticipantType { id: TypeId(new_id()), ..kind.clone() }).collect();
    let type_ids: HashMap<&TypeId, &TypeId> =
        of.types.iter().zip(&types).map(|(old, new)| (&old.id, &new.id)).collect();
    let type_rules = of.type_rules.iter().filter_map(|pair| rule(pair, &type_ids)).collect();
    let questions = questions(&of.questions, &type_ids, &mut new_id);
    let ids = in_order(of.blocks.len(), &mut new_id);
    let blocks = of.blocks.iter().zip(ids).map(|(block, id)| {
        Ok(MeetingBlock { id: BlockId(id), ..target.shift.of_block(block, target.zones)? })
    });
    let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
    let ids = in_order(of.sessions.len(), &mut new_id);
    let sessions = of.sessions.iter().zip(ids).map(|(session, id)| {
        let types = all_of(&session.types, &type_ids);
        Ok(Session { id: SessionId(id), types, ..target.shift.of_session(session, target.zones)? })
    });
    let sessions = sessions.collect::<Result<Vec<_>, _>>()?;
    let slots: Vec<Slot> = blocks.iter().flat_map(|block| slots(block, &mut new_id)).collect();
    let floor = floor(of, &slots, &type_ids);
    Ok(Programme {
        topics: topics(&of.topics, &mut new_id),
        types,
        type_rules,
        questions,
        sessions,
        blocks,
        slots,
        floor,
        // Whether they are needed is a rule of the event; who interprets at the next one is not known.
        interpreting: Interpreting { rule: of.interpreting.rule, interpreters: Vec::new() },
        is_online: of.is_online,
    })
}

/// The tables. Nobody stays at one: who comes is not known.
fn floor(of: &Programme, slots: &[Slot], types: &HashMap<&TypeId, &TypeId>) -> Floor {
    // Blocks and the slots of each keep their order.
    let in_blocks = of.blocks.iter().flat_map(|block| of.slots.iter().filter(|slot| slot.block == block.id));
    let ids: HashMap<&SlotId, &SlotId> =
        in_blocks.map(|slot| &slot.id).zip(slots.iter().map(|slot| &slot.id)).collect();
    let table = |table: &Table| Table {
        kept_for: table.kept_for.as_ref().and_then(|kind| types.get(kind)).map(|kind| (*kind).clone()),
        missing: table.missing.iter().filter_map(|slot| ids.get(slot)).map(|slot| (*slot).clone()).collect(),
        ..table.clone()
    };
    Floor::new(of.floor.tables.iter().map(table).collect(), Vec::new())
}

/// So many ids, by which what begins at the same time keeps its order.
fn in_order(count: usize, new_id: &mut impl FnMut() -> String) -> Vec<String> {
    let mut ids: Vec<String> = (0..count).map(|_| new_id()).collect();
    ids.sort();
    ids
}

fn slots(block: &MeetingBlock, new_id: &mut impl FnMut() -> String) -> Vec<Slot> {
    let slot =
        |(starts_at, ends_at)| Slot { id: new_id().into(), block: block.id.clone(), starts_at, ends_at };
    block.slot_times().into_iter().map(slot).collect()
}

fn rule(pair: &TypePair, ids: &HashMap<&TypeId, &TypeId>) -> Option<TypePair> {
    let (a, b) = ordered(*ids.get(&pair.a)?, *ids.get(&pair.b)?);
    Some(TypePair { a: a.clone(), b: b.clone(), rule: pair.rule })
}

fn topics(of: &[Topic], new_id: &mut impl FnMut() -> String) -> Vec<Topic> {
    let ids: Vec<TopicId> = of.iter().map(|_| TopicId(new_id())).collect();
    let by_old: HashMap<&TopicId, &TopicId> = of.iter().map(|topic| &topic.id).zip(&ids).collect();
    let parent = |topic: &Topic| by_old.get(topic.parent.as_ref()?).map(|id| (*id).clone());
    let topic = |(topic, id): (&Topic, &TopicId)| Topic {
        id: id.clone(),
        parent: parent(topic),
        label: topic.label.clone(),
    };
    of.iter().zip(&ids).map(topic).collect()
}

/// The questions that are asked, in their order: whatever one is asked after stands before it.
fn questions(
    of: &[Question],
    types: &HashMap<&TypeId, &TypeId>,
    new_id: &mut impl FnMut() -> String,
) -> Vec<Question> {
    let mut taken: HashMap<&QuestionId, QuestionId> = HashMap::new();
    let mut choices: HashMap<&ChoiceId, ChoiceId> = HashMap::new();
    let mut new = Vec::new();
    for question in of.iter().filter(|question| question.closed_at.is_none()) {
        let condition = match &question.condition {
            None => None,
            Some(asked_after) => match taken.get(&asked_after.question) {
                None => continue,
                Some(earlier) => Some(Condition {
                    question: earlier.clone(),
                    answer: choices
                        .get(&ChoiceId(asked_after.answer.clone()))
                        .map_or_else(|| asked_after.answer.clone(), |choice| choice.0.clone()),
                }),
            },
        };
        let id = QuestionId(new_id());
        taken.insert(&question.id, id.clone());
        choices.extend(question.choices.iter().map(|choice| (&choice.id, ChoiceId(new_id()))));
        new.push(Question {
            id,
            choices: question.choices.iter().filter_map(|choice| renamed(choice, &choices)).collect(),
            types: all_of(&question.types, types),
            condition,
            ..question.clone()
        });
    }
    new
}

fn renamed(choice: &QuestionChoice, ids: &HashMap<&ChoiceId, ChoiceId>) -> Option<QuestionChoice> {
    Some(QuestionChoice { id: ids.get(&choice.id)?.clone(), label: choice.label.clone() })
}

fn all_of(old: &[TypeId], ids: &HashMap<&TypeId, &TypeId>) -> Vec<TypeId> {
    old.iter().filter_map(|one| ids.get(one).map(|new| (*new).clone())).collect()
}
