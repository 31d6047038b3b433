//! A registration form that is being filled in: saved at each step, found again by the token in the browser.

use chrono::{DateTime, Utc};

use super::form::Answers;
use super::sign_up::SignUpError;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::problems::Problems;
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages::{self, Addressee};
use crate::services::Fault;
use crate::services::links::{LinkError, LinkProblem};
use crate::services::post::{may_ask, post};
use crate::services::tx::write;
use crate::store::{StoreError, erasure, events, participants, registration_forms};

/// Days after which a form that nobody touched is deleted.
pub const KEEP_DAYS: i64 = 14;

/// Starts a form.
pub fn start(app: &App, event: &EventId, answers: &Answers) -> Result<Token, Fault> {
    let token = app.random.token();
    let text = encode(answers)?;
    let key = email_key(answers);
    write(app, |tx| {
        Ok::<_, Fault>(registration_forms::insert(tx.db, &token.hash(), event, &text, &key, tx.now)?)
    })?;
    Ok(token)
}

/// The answers of a form of this event, if it still exists.
pub fn load(app: &App, event: &EventId, token: &Token) -> Result<Option<Answers>, Fault> {
    let text = app.store.read(|db| Ok::<_, Fault>(registration_forms::find(db, &token.hash(), event)?))?;
    // Answers of an earlier version that cannot be read any more are as good as none.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Saves a form; gives whether it still existed.
pub fn save(app: &App, token: &Token, answers: &Answers) -> Result<bool, Fault> {
    let text = encode(answers)?;
    write(app, |tx| Ok(registration_forms::update(tx.db, &token.hash(), &text, &email_key(answers), tx.now)?))
}

/// Deletes a form: the form was sent, or its author gave up.
pub fn discard(app: &App, token: &Token) -> Result<(), Fault> {
    app.store.write(|db| Ok(registration_forms::delete(db, &token.hash())?))
}

/// Deletes the forms that nobody touched for [`KEEP_DAYS`], and the addresses to which links to forms were mailed.
pub fn delete_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - chrono::Duration::days(KEEP_DAYS);
    app.store.write(|db| {
        erasure::forget_mails_before(db, &[MailKind::FormLink, MailKind::ColleagueInvited], before)?;
        Ok(registration_forms::delete_before(db, before)?)
    })
}

/// The path of the link that opens a form on any device.
pub fn link_path(token: &Token) -> String {
    format!("/draft/{}", token.secret())
}

/// Mails somebody the link to the form they have open. Whether a mail goes is not told: an address gets few of them.
pub fn mail_link(app: &App, token: &Token, raw_email: &str, lang: Lang) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    write(app, |tx| {
        let Some((event, text, _)) = registration_forms::find_anywhere(tx.db, &token.hash())? else {
            return Err(SignUpError::Fault(StoreError::NotFound.into()));
        };
        if !may_ask(tx.db, &email, tx.now)? {
            return Ok(());
        }
        let event = events::get(tx.db, &event)?;
        let answers: Answers = serde_json::from_str(&text).unwrap_or_default();
        let link = app.config.base_url.join(&link_path(token));
        let to = Addressee { name: &answers.person.name, email: &email, lang };
        post(tx, |context| messages::form_link(context, &event, &to, &link, KEEP_DAYS))?;
        Ok(())
    })
}

/// A form that a link opens.
#[derive(Debug, Clone)]
pub struct LinkedForm {
    pub event: Event,
    pub answers: Answers,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
    /// The colleague who began it.
    pub inviter: Option<Participant>,
}

/// The form behind a link, if it is still kept.
pub fn open_link(app: &App, token: &Token) -> Result<LinkedForm, LinkError> {
    app.store.read(|db| {
        let unknown = || LinkError::Problem(LinkProblem::Unknown);
        let (event, text, saved_at) =
            registration_forms::find_anywhere(db, &token.hash())?.ok_or_else(unknown)?;
        let answers: Answers = serde_json::from_str(&text).map_err(|_| unknown())?;
        let inviter = match &answers.invited_by {
            Some(id) => participants::list_by_ids(db, &[id])?.pop(),
            None => None,
        };
        Ok(LinkedForm { event: events::get(db, &event)?, answers, saved_at, inviter })
    })
}

fn email_key(answers: &Answers) -> String {
    Email::parse(&answers.person.email).map(|email| email.key()).unwrap_or_default()
}

pub(super) fn encode(answers: &Answers) -> Result<String, Fault> {
    serde_json::to_string(answers).map_err(|cause| Fault::Json { what: "a registration form", cause })
}
