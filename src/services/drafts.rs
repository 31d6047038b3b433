//! A registration form that is being filled in: saved at each step, found again by the token in the browser.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Fault;
use super::links::{LinkError, LinkProblem};
use super::post::{may_ask, post};
use super::registrations::SignUpError;
use crate::app::App;
use crate::domain::consent::ConsentTextId;
use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::{AttendanceInput, InterestsInput, Participant, PersonInput};
use crate::domain::problems::Problems;
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::domain::visibility::ShownFields;
use crate::mail::messages::{self, Addressee};
use crate::store::{StoreError, drafts, erasure, events, participants};

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
    /// Codes of the fields to be shown there.
    pub shown: Vec<String>,
    /// Codes of the event's texts that were agreed to.
    pub agreed: Vec<String>,
    /// Agreed to the privacy notice.
    pub consent: bool,
    pub lang: Lang,
    /// The participant who began this draft for a colleague.
    pub invited_by: Option<ParticipantId>,
    /// The address to which this draft's only link was mailed, in lower case: whoever has the draft reads its mail.
    pub proven: String,
}

impl Answers {
    /// What others see in the list: nothing of who is not there.
    pub fn shown(&self) -> ShownFields {
        let codes = self.shown.iter().map(String::as_str);
        if self.listed { ShownFields::read(codes) } else { ShownFields::default() }
    }

    /// The event's texts that were agreed to.
    pub fn agreed(&self) -> Vec<ConsentTextId> {
        self.agreed.iter().filter_map(|code| ConsentTextId::parse(code)).collect()
    }
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
    let key = email_key(answers);
    app.store.write(|db| Ok::<_, Fault>(drafts::insert(db, &token.hash(), event, &text, &key, now)?))?;
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
    app.store.write(|db| Ok(drafts::update(db, &token.hash(), &text, &email_key(answers), now)?))
}

/// Deletes a draft: the form was sent, or its author gave up.
pub fn discard(app: &App, token: &Token) -> Result<(), Fault> {
    app.store.write(|db| Ok(drafts::delete(db, &token.hash())?))
}

/// Deletes the drafts that nobody touched for [`KEEP_DAYS`], and the addresses to which links to drafts were mailed.
pub fn delete_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - chrono::Duration::days(KEEP_DAYS);
    app.store.write(|db| {
        erasure::forget_mails_before(db, &[MailKind::DraftLink, MailKind::ColleagueInvited], before)?;
        Ok(drafts::delete_before(db, before)?)
    })
}

/// The path of the link that opens a draft on any device.
pub fn link_path(token: &Token) -> String {
    format!("/draft/{}", token.secret())
}

/// Mails somebody the link to the draft they have open. Whether a mail goes is not told: an address gets few of them.
pub fn mail_link(app: &App, token: &Token, raw_email: &str, lang: Lang) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    let now = app.clock.now();
    app.store.write(|db| {
        let Some((event, text, _)) = drafts::find_anywhere(db, &token.hash())? else {
            return Err(SignUpError::Fault(StoreError::NotFound.into()));
        };
        if !may_ask(db, &email, now)? {
            return Ok(());
        }
        let event = events::get(db, &event)?;
        let answers: Answers = serde_json::from_str(&text).unwrap_or_default();
        let link = app.config.base_url.join(&link_path(token));
        let to = Addressee { name: answers.person.one(field::NAME), email: &email, lang };
        post(app, db, now, |context| messages::draft_link(context, &event, &to, &link, KEEP_DAYS))?;
        Ok(())
    })
}

/// A draft that a link opens.
#[derive(Debug, Clone)]
pub struct LinkedDraft {
    pub event: Event,
    pub answers: Answers,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
    /// The colleague who began it.
    pub inviter: Option<Participant>,
}

/// The draft behind a link, if it is still kept.
pub fn open_link(app: &App, token: &Token) -> Result<LinkedDraft, LinkError> {
    app.store.read(|db| {
        let unknown = || LinkError::Problem(LinkProblem::Unknown);
        let (event, text, saved_at) = drafts::find_anywhere(db, &token.hash())?.ok_or_else(unknown)?;
        let answers: Answers = serde_json::from_str(&text).map_err(|_| unknown())?;
        let inviter = match &answers.invited_by {
            Some(id) => participants::list_by_ids(db, &[id])?.pop(),
            None => None,
        };
        Ok(LinkedDraft { event: events::get(db, &event)?, answers, saved_at, inviter })
    })
}

fn email_key(answers: &Answers) -> String {
    Email::parse(answers.person.one(field::EMAIL)).map(|email| email.key()).unwrap_or_default()
}

pub(super) fn encode(answers: &Answers) -> Result<String, StoreError> {
    serde_json::to_string(answers)
        .map_err(|error| StoreError::Corrupt { what: "draft", value: error.to_string() })
}
