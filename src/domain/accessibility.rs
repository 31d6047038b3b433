//! What an organiser states about the accessibility of an event's pages, and what somebody tells them of a barrier.

use chrono::NaiveDate;

use serde::{Deserialize, Serialize};

use super::event_input::LocalisedInput;
use super::lang::Localised;
use super::problems::{Message, Problems};
use super::text::{self, Email};

/// The organiser's part of an accessibility statement as the model of the EU asks for it (Commission Implementing
/// Decision (EU) 2018/1523): what is not accessible, when it was checked, whom to turn to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// The day of the last assessment.
    pub checked_on: Option<NaiveDate>,
    /// What is known not to be accessible, and why; empty if nothing is.
    pub limits: Localised,
    /// Where one can call instead of writing; may be empty.
    pub phone: String,
    /// Who settles it if the organiser does not answer; may be empty.
    pub enforcement: Localised,
    /// Address of the event in easy language; empty if there is none.
    pub easy_language: String,
    /// Address of the event in sign language; empty if there is none.
    pub sign_language: String,
}

/// The same as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatementInput {
    pub checked_on: String,
    pub limits: LocalisedInput,
    pub phone: String,
    pub enforcement: LocalisedInput,
    pub easy_language: String,
    pub sign_language: String,
}

impl StatementInput {
    /// A stored statement as the form shows it.
    pub fn of(statement: &Statement) -> StatementInput {
        StatementInput {
            checked_on: statement.checked_on.map(|day| day.to_string()).unwrap_or_default(),
            limits: LocalisedInput::of(&statement.limits),
            phone: statement.phone.clone(),
            enforcement: LocalisedInput::of(&statement.enforcement),
            easy_language: statement.easy_language.clone(),
            sign_language: statement.sign_language.clone(),
        }
    }

    /// Checks what was typed. Everything may be missing.
    pub fn parse(&self) -> Result<Statement, Problems> {
        let mut problems = Problems::new();
        let checked_on = problems.take("checked_on", day(&self.checked_on));
        let limits = self.limits.text("limits", text::LONG_MAX, &mut problems);
        let phone = problems.take("phone", text::optional(&self.phone, text::SHORT_MAX));
        let enforcement = self.enforcement.text("enforcement", text::LONG_MAX, &mut problems);
        let easy_language = problems.take("easy_language", page_address(&self.easy_language));
        let sign_language = problems.take("sign_language", page_address(&self.sign_language));
        let statement = || {
            Some(Statement {
                checked_on: checked_on?,
                limits: limits?,
                phone: phone?,
                enforcement: enforcement?,
                easy_language: easy_language?,
                sign_language: sign_language?,
            })
        };
        statement().ok_or(problems)
    }
}

fn day(raw: &str) -> Result<Option<NaiveDate>, Message> {
    let typed = text::line(raw);
    if typed.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(&typed, "%Y-%m-%d").map(Some).map_err(|_| Message::new("problem-date"))
}

/// The address of a page elsewhere: `https://…`, or nothing.
fn page_address(raw: &str) -> Result<String, Message> {
    let address = text::optional(raw, text::NOTE_MAX)?;
    let host =
        address.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match host {
        _ if address.is_empty() => Ok(address),
        Some(host) if host.contains('.') && !address.contains([' ', '"', '<', '>', '@']) => Ok(address),
        _ => Err(Message::new("problem-page-address")),
    }
}

/// What somebody tells of a barrier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barrier {
    /// What does not work.
    pub told: String,
    /// Where; may be empty.
    pub page: String,
    /// Where the answer goes, if they want one.
    pub reply_to: Option<Email>,
}

/// The same as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BarrierInput {
    pub told: String,
    pub page: String,
    pub email: String,
}

impl BarrierInput {
    /// Checks what was typed.
    pub fn parse(&self) -> Result<Barrier, Problems> {
        let mut problems = Problems::new();
        let told = text::long(&self.told, text::NOTE_MAX).and_then(|told| {
            if told.is_empty() { Err(Message::new("problem-barrier-missing")) } else { Ok(told) }
        });
        let told = problems.take("told", told);
        let page = problems.take("page", text::optional(&self.page, text::SHORT_MAX));
        let wants_answer = !text::line(&self.email).is_empty();
        let reply_to = if wants_answer { Email::parse(&self.email).map(Some) } else { Ok(None) };
        let reply_to = problems.take("email", reply_to);
        let barrier = || Some(Barrier { told: told?, page: page?, reply_to: reply_to? });
        barrier().ok_or(problems)
    }
}
