//! What is wrong with an input: a message for each field, as a key of the word catalogue with its arguments.

use std::fmt;

/// Somebody else changed the same value while the form was open; its argument `value` is what is stored.
pub const CHANGED_MEANWHILE: &str = "problem-changed-meanwhile";

/// A message of the catalogue: the page decides the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key in the catalogue, `problem-…`.
    pub key: &'static str,
    /// Arguments of the message.
    pub args: Vec<(&'static str, String)>,
    /// What else is wrong with the same value.
    pub also: Vec<Message>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Message {
        Message { key, args: Vec::new(), also: Vec::new() }
    }

    /// Several as one, none of none.
    pub fn all(messages: impl IntoIterator<Item = Message>) -> Option<Message> {
        let mut messages = messages.into_iter();
        let first = messages.next()?;
        Some(Message { also: messages.collect(), ..first })
    }

    /// Asks whether another e-mail address was meant; its arguments are `meant` and `typed`.
    pub const SLIP: &'static str = "problem-email-slip";

    /// The two addresses to choose from, if it asks which was meant: the probable one and what was typed.
    pub fn slip(&self) -> Option<(&str, &str)> {
        let arg = |wanted: &str| {
            self.args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
        };
        if self.key == Message::SLIP { arg("meant").zip(arg("typed")) } else { None }
    }

    /// The same message with one more argument.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Message {
        self.args.push((name, value.to_string()));
        self
    }
}

/// One problem at one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the form field.
    pub field: String,
    /// What to do about it.
    pub message: Message,
}

/// All problems of an input, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// No problem yet.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// One problem at one field.
    pub fn one(field: impl Into<String>, message: Message) -> Problems {
        let mut problems = Problems::new();
        problems.add(field, message);
        problems
    }

    /// Notes a problem at a field.
    pub fn add(&mut self, field: impl Into<String>, message: Message) {
        self.0.push(Problem { field: field.into(), message });
    }

    /// Keeps the value, or notes its problem and gives nothing.
    pub fn take<T>(&mut self, field: &str, result: Result<T, Message>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(message) => {
                self.add(field, message);
                None
            }
        }
    }

    /// Says a value that somebody else stored meanwhile by its label, where there is one at the field.
    pub fn told_by(mut self, label: impl Fn(&str, &str) -> Option<String>) -> Problems {
        for Problem { field, message } in self.0.iter_mut().filter(|one| one.message.key == CHANGED_MEANWHILE)
        {
            for (_, value) in message.args.iter_mut().filter(|(name, _)| *name == "value") {
                if let Some(label) = label(field, value) {
                    *value = label;
                }
            }
        }
        self
    }

    /// Whether the input is fine.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems in order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The first message at a field.
    pub fn at(&self, field: &str) -> Option<&Message> {
        self.0.iter().find(|p| p.field == field).map(|p| &p.message)
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Problems {
        Problems(problems.into_iter().collect())
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.0.iter().enumerate() {
            if n > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{}: {}", problem.field, problem.message.key)?;
        }
        Ok(())
    }
}
