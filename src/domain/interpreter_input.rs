//! What an organiser types about somebody who interprets.

use serde::{Deserialize, Serialize};

use super::answer::in_known_order;
use super::event::Slot;
use super::ids::InterpreterId;
use super::interpreter::Interpreter;
use super::lang::Lang;
use super::problems::{Message, Problems};
use super::text::{self, Email};

/// An interpreter as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InterpreterInput {
    pub name: String,
    /// May be empty.
    pub email: String,
    /// Code of the language of their mails.
    pub lang: String,
    /// Codes of the languages they interpret between.
    pub languages: Vec<String>,
    /// Ids of the slots in which they are not there.
    pub away: Vec<String>,
}

impl InterpreterInput {
    /// A stored interpreter as the form shows them.
    pub fn of(one: &Interpreter) -> InterpreterInput {
        InterpreterInput {
            name: one.name.clone(),
            email: one.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default(),
            lang: one.lang.code().to_string(),
            languages: one.languages.clone(),
            away: one.away.iter().map(|slot| slot.0.clone()).collect(),
        }
    }

    /// Checks what was typed; of slots those are taken that the event has.
    pub fn parse(&self, id: &InterpreterId, slots: &[Slot]) -> Result<Interpreter, Problems> {
        let mut problems = Problems::new();
        let name = problems.take("name", text::person_name(&self.name));
        if name.as_deref() == Some("") {
            problems.add("name", Message::new("problem-interpreter-name"));
        }
        let email = match self.email.trim() {
            "" => None,
            typed => problems.take("email", Email::parse(typed)),
        };
        let languages = in_known_order(&self.languages);
        if languages.len() < 2 {
            problems.add("languages", Message::new("problem-two-languages"));
        }
        let away = slots.iter().map(|slot| &slot.id).filter(|id| self.away.contains(&id.0)).cloned();
        match name {
            Some(name) if problems.is_empty() => Ok(Interpreter {
                id: id.clone(),
                name,
                email,
                lang: Lang::parse(&self.lang).unwrap_or_default(),
                languages,
                away: away.collect(),
            }),
            _ => Err(problems),
        }
    }
}
