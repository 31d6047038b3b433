//! The interpreters of an event, as an organiser sets them up, and the plan of each of them.

use std::collections::HashMap;

use super::Fault;
use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::meanwhile::Form;
use super::misfits::Whose;
use super::revising::{Revised, Saved, revise};
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{InterpreterId, ParticipantId};
use crate::domain::interpreter::{Interpreter, LanguageRule};
use crate::domain::interpreter_input::InterpreterInput;
use crate::domain::meeting::Meeting;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::store::{StoreError, calendar_origins, interpreters, meetings, participants, programme};

/// What an event says of languages, and how many meetings of the published plan each interpreter has.
#[derive(Debug, Clone)]
pub struct InterpretersView {
    pub lists: Programme,
    pub meetings: HashMap<InterpreterId, usize>,
}

/// A meeting with the two people between whom somebody interprets.
#[derive(Debug, Clone)]
pub struct InterpretedMeeting {
    pub meeting: Meeting,
    pub people: [Participant; 2],
}

/// The plan of an interpreter.
#[derive(Debug, Clone)]
pub struct InterpreterPlan {
    pub event: Event,
    pub lists: Programme,
    pub interpreter: Interpreter,
    /// By start.
    pub meetings: Vec<InterpretedMeeting>,
}

/// Whether two people without a common language may meet at an event.
pub fn rule(app: &App, access: &EventAccess) -> Result<LanguageRule, Fault> {
    app.store.read(|db| Ok(interpreters::rule(db, &access.event().id)?))
}

/// The interpreters of an event.
pub fn view(app: &App, access: &EventAccess) -> Result<InterpretersView, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let mut own: HashMap<InterpreterId, usize> = HashMap::new();
        for interpreter in meetings::list_planned(db, event)?.into_iter().filter_map(|one| one.interpreter) {
            *own.entry(interpreter).or_default() += 1;
        }
        Ok(InterpretersView { lists: programme::get(db, event)?, meetings: own })
    })
}

/// One of them, with the published meetings in which they interpret.
pub fn plan(app: &App, access: &EventAccess, id: &InterpreterId) -> Result<InterpreterPlan, Fault> {
    app.store.read(|db| {
        let event = access.event().clone();
        let lists = programme::get(db, &event.id)?;
        let interpreter = lists.interpreting.get(id).cloned().ok_or(StoreError::NotFound)?;
        let mut own = meetings::list_planned(db, &event.id)?;
        own.retain(|meeting| meeting.interpreter.as_ref() == Some(id));
        let ids: Vec<&ParticipantId> = own.iter().flat_map(|one| [&one.a, &one.b]).collect();
        let people = participants::list_by_ids(db, &ids)?;
        let people: HashMap<&ParticipantId, &Participant> =
            people.iter().map(|person| (&person.id, person)).collect();
        let with_people = |meeting: Meeting| {
            let both = [*people.get(&meeting.a)?, *people.get(&meeting.b)?].map(Participant::clone);
            Some(InterpretedMeeting { meeting, people: both })
        };
        let meetings = own.into_iter().filter_map(with_people).collect();
        Ok(InterpreterPlan { event, lists, interpreter, meetings })
    })
}

/// Says whether two people without a common language may meet.
pub fn put_rule(
    app: &App,
    access: &ChangeAccess,
    rule: LanguageRule,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        interpreters::put_rule(tx.db, &event.id, rule)?;
        access.note(tx, "languages.ruled", event.id.as_str(), rule.code())?;
        Ok::<_, EditError>(Revised::quiet(()))
    })
}

/// Adds an interpreter.
pub fn add(app: &App, access: &ChangeAccess, input: &InterpreterInput) -> Result<Saved<()>, EditError> {
    let id: InterpreterId = app.random.id(app.clock.now());
    revise(app, &access.event().id, Whose::Everybody, &Accepted::default(), |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        if lists.interpreting.interpreters.len() >= matching::MOST_INTERPRETERS {
            let most = Message::new("problem-interpreters-most").with("max", matching::MOST_INTERPRETERS);
            return Err(Problems::one("name", most).into());
        }
        interpreters::put(tx.db, &event.id, &input.parse(&id, &lists.slots)?)?;
        access.note(tx, "interpreter.added", id.as_str(), "")?;
        Ok::<_, EditError>(Revised::quiet(()))
    })
}

/// Changes what is said of an interpreter.
pub fn change(
    app: &App,
    access: &ChangeAccess,
    id: &InterpreterId,
    typed: &Typed<InterpreterInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let action = "interpreter.changed";
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let before = lists.interpreting.get(id).ok_or(StoreError::NotFound)?;
        let form = Form::of(access, action, id.as_str());
        let input = form.merge::<_, EditError>(tx.db, typed, &InterpreterInput::of(before))?;
        interpreters::put(tx.db, &event.id, &input.parse(id, &lists.slots)?)?;
        calendar_origins::raise(tx.db, &event.id)?;
        access.note(tx, action, id.as_str(), "")?;
        Ok(Revised::quiet(()))
    })
}

/// Removes an interpreter; the meetings that lack one then no longer fit.
pub fn remove(
    app: &App,
    access: &ChangeAccess,
    id: &InterpreterId,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        lists.interpreting.get(id).ok_or(StoreError::NotFound)?;
        interpreters::delete(tx.db, &event.id, id)?;
        calendar_origins::raise(tx.db, &event.id)?;
        access.note(tx, "interpreter.removed", id.as_str(), "")?;
        Ok::<_, EditError>(Revised::quiet(()))
    })
}
