//! What questions are called and how their answers are said, on pages and in files alike.

use super::Words;
use crate::domain::answer::{Asked, Choice, Value, Wording};
use crate::domain::country;
use crate::domain::field;
use crate::domain::lang::Lang;
use crate::domain::question::Question;

impl Words {
    /// What a question is called in lists; `first` is the event's first language.
    pub fn label(&self, asked: &Asked<'_>, first: Lang) -> String {
        match asked.wording {
            Wording::Field(field) => self.field(field.code),
            Wording::Own(question) => question.label.get(self.lang, first).to_string(),
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
            Wording::Own(question) => self.help_of_own(question, first),
        }
    }

    /// The organiser's own words, then who sees the answers and how long they are kept.
    fn help_of_own(&self, question: &Question, first: Lang) -> String {
        let code = question.purpose.code();
        let days = question.life_days.unwrap_or_default();
        let said = [
            question.help.get(self.lang, first).to_string(),
            self.t(if question.visible { "question-seen" } else { "question-unseen" }),
            match (question.purpose.is_sensitive(), question.life_days) {
                (true, _) => self.t1(&format!("question-consent-{code}"), "days", days),
                (false, Some(_)) => self.t1("question-kept", "days", days),
                (false, None) => String::new(),
            },
        ];
        said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Languages by their names: `German, French`.
    pub fn languages(&self, codes: &[String]) -> String {
        codes.iter().map(|code| self.t(&format!("language-{code}"))).collect::<Vec<_>>().join(", ")
    }

    /// An answer as people read it. What is chosen from is called as the event calls it.
    pub fn answer(&self, value: &Value, choices: &[Choice<'_>], first: Lang) -> String {
        match value {
            Value::Country(code) => country::name(code, self.lang),
            Value::Languages(codes) => self.languages(codes),
            Value::OrganisationType(kind) => self.t(&kind.word()),
            Value::ParticipantType(_) | Value::Choice(_) | Value::Choices(_) => {
                value.chosen(choices, self.lang, first)
            }
            Value::Date(date) => self.date(*date),
            Value::TimeZone(zone) => zone.place(),
            Value::DayHours(hours) => {
                let [from, until] = hours.times();
                self.t2("day-hours", "from", from, "until", until)
            }
            Value::Agreed => self.t("yes"),
            Value::Text(_) | Value::Email(_) | Value::WebAddress(_) | Value::Number(_) => value.stored(),
        }
    }
}
