//! What questions are called and how their answers are said, on pages and in files alike.

use super::Words;
use crate::domain::answer::{Asked, Choice, Value, Wording};
use crate::domain::country;
use crate::domain::field;
use crate::domain::lang::Lang;

impl Words {
    /// What a question is called in lists; `first` is the event's first language.
    pub fn label(&self, asked: &Asked<'_>, first: Lang) -> String {
        match asked.wording {
            Wording::Field(field) => self.field(field.code),
            Wording::Own { label, .. } => label.get(self.lang, first).to_string(),
        }
    }

    /// What a field is called, by its code.
    pub fn field(&self, code: &str) -> String {
        self.t(&field::word(code, ""))
    }

    /// How a form asks.
    pub fn question(&self, asked: &Asked<'_>, first: Lang) -> String {
        match asked.wording {
            Wording::Field(field) if self.has(&field::word(field.code, "-question")) => {
                self.t(&field::word(field.code, "-question"))
            }
            _ => self.label(asked, first),
        }
    }

    /// What a form says beside the question; may be empty.
    pub fn help(&self, asked: &Asked<'_>, first: Lang) -> String {
        match asked.wording {
            Wording::Field(field) if self.has(&field::word(field.code, "-help")) => {
                self.t1(&field::word(field.code, "-help"), "max", asked.kind.max())
            }
            Wording::Field(_) => String::new(),
            Wording::Own { help, .. } => help.get(self.lang, first).to_string(),
        }
    }

    /// An answer as people read it. What is chosen from is called as the event calls it.
    pub fn answer(&self, value: &Value, choices: &[Choice<'_>], first: Lang) -> String {
        match value {
            Value::Country(code) => country::name(code, self.lang),
            Value::Languages(codes) => {
                codes.iter().map(|code| self.t(&format!("language-{code}"))).collect::<Vec<_>>().join(", ")
            }
            Value::OrganisationType(kind) => self.t(&kind.word()),
            Value::ParticipantType(_) | Value::Choice(_) | Value::Choices(_) => {
                value.chosen(choices, self.lang, first)
            }
            Value::Date(date) => self.date(*date),
            Value::Agreed => self.t("yes"),
            Value::Text(_) | Value::Email(_) | Value::WebAddress(_) | Value::Number(_) => value.stored(),
        }
    }
}
