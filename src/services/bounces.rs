//! Mails that came back: the mail is marked, and if the address is none (`domain/bounce.rs`) nothing goes there until an
//! organiser corrects it or lifts the block.
//!
//! Invariant: nobody answers a mail. What comes to the bounce mailbox only changes rows; whoever declines a meeting is asked at
//! the address that we know.

use chrono::{DateTime, Utc};

use super::access::ChangeAccess;
use super::calendar_answers::{self, Outcome};
use super::links::LinkError;
use super::log::note_by_system;
use super::tx::{Tx, write};
use super::{Fault, subscriptions};
use crate::app::App;
use crate::domain::bounce::{
    ALARM_MAILED, ALARM_SHOWN, ALARM_WINDOW, HISTORY, Verdict, is_alarm, is_given_up, without_addresses,
};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::ADDRESS_BLOCKED;
use crate::domain::participant::Participant;
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::dropbox::Dropbox;
use crate::mail::returned::{self, About, Failure, Nothing, Returned};
use crate::store::domain_alarms::DomainAlarm;
use crate::store::outbox::ReturnedMail;
use crate::store::{Db, StoreError, blocked_addresses, domain_alarms, outbox, participants};

/// What became of a mail to the bounce mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A mail came back, and its address is blocked.
    Blocked,
    /// A mail came back; its address stays in use.
    Noted,
    /// Somebody gets no more reminders.
    Stopped,
    /// A calendar has answered an invitation.
    Answered(Outcome),
    /// Nothing to act on.
    Ignored(Nothing),
}

/// Takes in a mail to the bounce mailbox. `recipient` is the address that it came to, if that is known.
pub fn take_in(app: &App, mail: &[u8], recipient: Option<&str>) -> Result<Taken, Fault> {
    let taken = match returned::read(mail, app.config.mail.bounce_address.as_ref(), recipient) {
        Returned::Nothing(nothing) => Taken::Ignored(nothing),
        Returned::Stop(token) => stop(app, &token)?,
        Returned::Answer(answer) => Taken::Answered(calendar_answers::hear(app, &answer)?),
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
        let said = (failure.verdict, failure.reason.as_str());
        let is_news = outbox::mark_bounced(tx.db, &mail.id, said, tx.now)?;
        if is_news && let Some(event) = &mail.event {
            note_bounce(tx, event, &mail)?;
        }
        let is_blocked = draw_conclusions(tx.db, &mail.recipient, said, tx.now)?;
        Ok(if is_blocked { Taken::Blocked } else { Taken::Noted })
    })
}

fn find(db: &mut Db, about: &About) -> Result<Option<ReturnedMail>, StoreError> {
    match about {
        About::Token(token) => outbox::find_by_bounce(db, &Token::from_outside(token).hash()),
        About::Message { id, failed } => {
            let found = outbox::find_by_message_id(db, id)?;
            // An id alone proves little: the report must name the address that the mail went to.
            Ok(found.filter(|mail| failed.iter().any(|address| mail.recipient.is_written(address))))
        }
    }
}

/// Blocks an address of which a server has said that there is no such mailbox, unless too many of its domain are said
/// to be none; what waits for it waits no longer.
pub(super) fn block(
    db: &mut Db,
    address: &Email,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    draw_conclusions(db, address, (Verdict::NoMailbox, reason), now)?;
    Ok(())
}

/// What follows from a mail that came back or was refused; gives whether its address is blocked now.
fn draw_conclusions(
    db: &mut Db,
    address: &Email,
    (verdict, reason): (Verdict, &str),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if alarm(db, address, reason, now)? {
        return Ok(false);
    }
    let blocks = match verdict {
        Verdict::NoMailbox => true,
        Verdict::Doubtful => is_given_up(&outbox::history_of(db, &address.key(), now - HISTORY)?),
        Verdict::NotTheAddress => false,
    };
    if blocks {
        blocked_addresses::insert(db, address, reason, now)?;
        outbox::fail_waiting_to(db, &address.key(), ADDRESS_BLOCKED)?;
    }
    Ok(blocks)
}

/// Whether mail to the domain of an address comes back from too many addresses at once for each to be a matter of its
/// own. Then none is blocked for it, and the blocks of the last hour are lifted again.
fn alarm(db: &mut Db, address: &Email, reason: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let domain = address.wire_domain();
    let domain = domain.as_str();
    let known = domain_alarms::find(db, domain)?;
    let going_on = known.filter(|alarm| alarm.last_at > now - ALARM_WINDOW);
    let since = going_on.as_ref().map_or(now, |alarm| alarm.since) - ALARM_WINDOW;
    let blocked = blocked_addresses::list_at(db, domain, since)?;
    let mut returned = outbox::returned_from(db, domain, since)?;
    returned.extend(blocked.iter().cloned());
    returned.insert(address.key());
    let mut mailed = outbox::mailed_at(db, domain, now - ALARM_MAILED)?;
    mailed.extend(returned.iter().cloned());
    if going_on.is_none() && !is_alarm(returned.len(), mailed.len()) {
        return Ok(false);
    }
    let before = going_on.as_ref().map_or(0, |alarm| alarm.addresses);
    let alarm = DomainAlarm {
        domain: domain.to_string(),
        since: going_on.map_or(now, |alarm| alarm.since),
        last_at: now,
        addresses: u32::try_from(returned.len()).unwrap_or(u32::MAX).max(before),
        reason: without_addresses(reason),
    };
    domain_alarms::put(db, &alarm)?;
    blocked_addresses::delete_keys(db, &blocked)?;
    outbox::let_go(db, None, &blocked, now)?;
    if before == 0 {
        tracing::warn!(addresses = alarm.addresses, "mail to many addresses of one domain comes back");
    }
    Ok(true)
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

/// Forgets blocked addresses that nobody has any more, and alarms that are over.
pub fn forget_unused(app: &App) -> Result<usize, Fault> {
    write(app, |tx| {
        let alarms = domain_alarms::delete_before(tx.db, tx.now - ALARM_SHOWN)?;
        Ok(alarms + blocked_addresses::delete_unused(tx.db)?)
    })
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

fn of_event(db: &mut Db, event: &EventId, id: &ParticipantId) -> Result<Participant, StoreError> {
    let participant = participants::get(db, id)?;
    if participant.event == *event { Ok(participant) } else { Err(StoreError::NotFound) }
}
