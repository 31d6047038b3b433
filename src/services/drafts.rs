//! A registration form that is being filled in: saved at each step, found again by the token in the browser.

use serde::{Deserialize, Serialize};

use super::Fault;
use crate::app::App;
use crate::domain::ids::EventId;
use crate::domain::lang::Lang;
use crate::domain::participant::{AttendanceInput, InterestsInput, PersonInput};
use crate::domain::token::Token;
use crate::store::{StoreError, drafts};

/// Days after which a draft that nobody touched is deleted.
pub const KEEP_DAYS: i64 = 14;

/// Everything that was typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    pub person: PersonInput,
    pub interests: InterestsInput,
    pub attendance: AttendanceInput,
    /// The steps that were sent without a problem.
    pub done: Vec<Step>,
    /// Agreed to be listed for other participants.
    pub listed: bool,
    /// Agreed to the privacy notice.
    pub consent: bool,
    pub lang: Lang,
}

/// A step of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Profile,
    Topics,
    Availability,
    Check,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Step; 4] = [Step::Profile, Step::Topics, Step::Availability, Step::Check];

    /// The step's name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Step::Profile => "profile",
            Step::Topics => "topics",
            Step::Availability => "availability",
            Step::Check => "check",
        }
    }

    /// Reads what [`Step::code`] wrote.
    pub fn parse(code: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// Starts a draft.
pub fn start(app: &App, event: &EventId, answers: &Answers) -> Result<Token, Fault> {
    let token = app.random.token();
    let text = encode(answers)?;
    let now = app.clock.now();
    app.store.write(|db| Ok::<_, Fault>(drafts::insert(db, &token.hash(), event, &text, now)?))?;
    Ok(token)
}

/// The answers of a draft of this event, if it still exists.
pub fn load(app: &App, event: &EventId, token: &Token) -> Result<Option<Answers>, Fault> {
    let text = app.store.read(|db| Ok::<_, Fault>(drafts::find(db, &token.hash(), event)?))?;
    // Answers of an earlier version that cannot be read any more are as good as none.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Saves a draft; gives whether it still existed.
pub fn save(app: &App, token: &Token, answers: &Answers) -> Result<bool, Fault> {
    let text = encode(answers)?;
    let now = app.clock.now();
    app.store.write(|db| Ok(drafts::update(db, &token.hash(), &text, now)?))
}

/// Deletes a draft: the form was sent, or its author gave up.
pub fn discard(app: &App, token: &Token) -> Result<(), Fault> {
    app.store.write(|db| Ok(drafts::delete(db, &token.hash())?))
}

/// Deletes the drafts that nobody touched for [`KEEP_DAYS`].
pub fn delete_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - chrono::Duration::days(KEEP_DAYS);
    app.store.write(|db| Ok(drafts::delete_before(db, before)?))
}

fn encode(answers: &Answers) -> Result<String, StoreError> {
    serde_json::to_string(answers)
        .map_err(|error| StoreError::Corrupt { what: "draft", value: error.to_string() })
}
