//! Mails that came back: the mail is marked, and after one hard bounce nothing goes to its address until an organiser
//! corrects it or lifts the block.
//!
//! Invariant: nobody answers a mail. What comes to the bounce mailbox only changes rows.

use chrono::{DateTime, Utc};

use super::access::ChangeAccess;
use super::links::LinkError;
use super::log::note_by_system;
use super::participants::send_link;
use super::registrations::DecisionError;
use super::tx::{Tx, write};
use super::{Fault, subscriptions};
use crate::app::App;
use crate::domain::bounce::Verdict;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::ADDRESS_BLOCKED;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::dropbox::Dropbox;
use crate::mail::returned::{self, About, Failure, Nothing, Returned};
use crate::store::outbox::ReturnedMail;
use crate::store::{Constraint, Db, StoreError, blocked_addresses, events, outbox, participants};

/// What became of a mail to the bounce mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A mail came back for good: its address is blocked.
    Blocked,
    /// A mail came back; its address stays in use.
    Noted,
    /// Somebody gets no more reminders.
    Stopped,
    /// Nothing to act on.
    Ignored(Nothing),
}

/// Takes in a mail to the bounce mailbox. `recipient` is the address that it came to, if that is known.
pub fn take_in(app: &App, mail: &[u8], recipient: Option<&str>) -> Result<Taken, Fault> {
    let taken = match returned::read(mail, app.config.mail.bounce_address.as_ref(), recipient) {
        Returned::Nothing(nothing) => Taken::Ignored(nothing),
        Returned::Stop(token) => stop(app, &token)?,
        Returned::Failure(failure) => note_failure(app, &failure)?,
    };
    tracing::info!(taken = ?taken, "a mail to the bounce mailbox");
    Ok(taken)
}

fn stop(app: &App, token: &str) -> Result<Taken, Fault> {
    match subscriptions::stop(app, &Token::from_outside(token)) {
        Ok(_) => Ok(Taken::Stopped),
        Err(LinkError::Problem(_)) => Ok(Taken::Ignored(Nothing::Unrelated)),
        Err(LinkError::Fault(fault)) => Err(fault),
    }
}

fn note_failure(app: &App, failure: &Failure) -> Result<Taken, Fault> {
    write(app, |tx| {
        let Some(mail) = find(tx.db, &failure.about)? else {
            return Ok(Taken::Ignored(Nothing::Unrelated));
        };
        if outbox::mark_bounced(tx.db, &mail.id, &failure.reason, tx.now)?
            && let Some(event) = &mail.event
        {
            note_bounce(tx, event, &mail)?;
        }
        match failure.verdict {
            Verdict::Soft => Ok(Taken::Noted),
            Verdict::Hard => {
                block(tx.db, &mail.recipient, &failure.reason, tx.now)?;
                Ok(Taken::Blocked)
            }
        }
    })
}

fn find(db: &mut Db, about: &About) -> Result<Option<ReturnedMail>, StoreError> {
    match about {
        About::Token(token) => outbox::find_by_bounce(db, &Token::from_outside(token).hash()),
        About::Message { id, failed } => {
            let found = outbox::find_by_message_id(db, id)?;
            // An id alone proves little: the report must name the address that the mail went to.
            Ok(found.filter(|mail| {
                let own = [mail.recipient.key(), mail.recipient.wire().to_lowercase()];
                failed.iter().any(|address| own.contains(&address.to_lowercase()))
            }))
        }
    }
}

/// Blocks an address; what waits for it waits no longer.
pub(super) fn block(
    db: &mut Db,
    address: &Email,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    blocked_addresses::insert(db, address, reason, now)?;
    outbox::fail_waiting_to(db, &address.key(), ADDRESS_BLOCKED)?;
    Ok(())
}

fn note_bounce(tx: &mut Tx<'_>, event: &EventId, mail: &ReturnedMail) -> Result<(), StoreError> {
    let subject = mail.participant.as_ref().map_or(mail.id.as_str(), ParticipantId::as_str);
    // What the server said may hold the address; it stands at the mail, and goes with it.
    note_by_system(tx, event, "mail.bounced", subject, "")
}

/// Takes in what the mail server has put into the folder that the settings name. Gives how many mails there were.
pub fn read_folder(app: &App) -> Result<usize, Fault> {
    let Some(path) = &app.config.mail.bounce_folder else { return Ok(0) };
    let folder = Dropbox::new(path);
    let waiting = match folder.waiting() {
        Ok(waiting) => waiting,
        Err(error) => {
            tracing::error!(folder = %path.display(), %error, "cannot look into the folder of returned mails");
            return Ok(0);
        }
    };
    for mail in &waiting {
        match folder.read(mail) {
            Ok(bytes) => {
                take_in(app, &bytes, None)?;
            }
            Err(error) => tracing::error!(mail = %mail.display(), %error, "cannot read a returned mail"),
        }
        if let Err(error) = folder.finish(mail) {
            tracing::error!(mail = %mail.display(), %error, "cannot put a returned mail away");
        }
    }
    Ok(waiting.len())
}

/// Forgets blocked addresses that nobody has any more.
pub fn forget_unused(app: &App) -> Result<usize, Fault> {
    Ok(app.store.write(blocked_addresses::delete_unused)?)
}

/// Lifts the block of a participant's address: the next mail goes.
pub fn lift(app: &App, access: &ChangeAccess, id: &ParticipantId) -> Result<(), Fault> {
    write(app, |tx| {
        let participant = of_event(tx.db, &access.event().id, id)?;
        if let Some(email) = &participant.profile.person.email
            && blocked_addresses::delete(tx.db, email)?
        {
            access.note(tx, "participant.unblocked", id.as_str(), "")?;
        }
        Ok(())
    })
}

/// Gives a participant whose address is blocked another one, and mails them their link.
pub fn correct(
    app: &App,
    access: &ChangeAccess,
    id: &ParticipantId,
    typed: &str,
) -> Result<(), DecisionError> {
    let email = Email::parse(typed).map_err(|problem| invalid(Problems::one("email", problem)))?;
    write(app, |tx| {
        events::lock(tx.db, &access.event().id)?;
        let mut participant = of_event(tx.db, &access.event().id, id)?;
        let blocked = match &participant.profile.person.email {
            Some(known) => blocked_addresses::find(tx.db, known)?.is_some(),
            None => false,
        };
        if !blocked {
            return Err(invalid(Problems::one("email", Message::new("problem-address-not-blocked"))));
        }
        participant.profile.person.email = Some(email.clone());
        participant.updated_at = tx.now;
        participants::update(tx.db, &participant).map_err(|error| match error {
            StoreError::Conflict(Constraint::ParticipantEmail) => {
                invalid(Problems::one("email", Message::new("problem-address-taken")))
            }
            other => other.into(),
        })?;
        access.note(tx, "participant.changed_address", id.as_str(), "")?;
        Ok(())
    })?;
    send_link(app, access, id)
}

fn invalid(problems: Problems) -> DecisionError {
    DecisionError::Invalid(problems)
}

fn of_event(db: &mut Db, event: &EventId, id: &ParticipantId) -> Result<Participant, StoreError> {
    let participant = participants::get(db, id)?;
    if participant.event == *event { Ok(participant) } else { Err(StoreError::NotFound) }
}
