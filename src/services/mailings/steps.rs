//! What an organiser does with a mailing: writes it, changes and deletes the draft, sends it, pauses it, goes on, and stops it.

use chrono::{DateTime, Duration, Utc};

use super::audience::Audience;
use super::sending::end;
use crate::app::App;
use crate::domain::ids::MailingId;
use crate::domain::mailing::{Mailing, MailingInput, MailingState};
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::domain::registration_times::moment;
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::events::EditError;
use crate::services::meanwhile::Form;
use crate::services::tx::{Tx, write};
use crate::store::{mailings, outbox};

/// How long a mailing that is to go soon can be called off before anybody has it.
const SOON: Duration = Duration::minutes(5);

/// Writes a new one; gives its id. With `is_draft` words may be missing.
pub fn write_new(
    app: &App,
    access: &ChangeAccess,
    input: &MailingInput,
    is_draft: bool,
) -> Result<MailingId, EditError> {
    let event = access.event();
    let (subject, text) = input.parse(event.first_language(), is_draft)?;
    let now = app.clock.now();
    let mailing = Mailing {
        id: app.random.id(now),
        event: event.id.clone(),
        nudge: None,
        state: MailingState::Draft,
        people: input.filter(),
        subject,
        text,
        created_at: now,
        changed_at: now,
        send_at: None,
        started_at: None,
        ended_at: None,
    };
    write(app, |tx| {
        mailings::insert(tx.db, &mailing)?;
        access.note(tx, "mailing.written", mailing.id.as_str(), "")?;
        Ok(mailing.id.clone())
    })
}

/// Changes the words and the people of a draft.
pub fn update(
    app: &App,
    access: &ChangeAccess,
    id: &MailingId,
    typed: &Typed<MailingInput>,
    is_draft: bool,
) -> Result<(), EditError> {
    let action = "mailing.written";
    write(app, |tx| {
        let known = mailings::get(tx.db, &access.event().id, id)?;
        let form = Form::of(access, action, id.as_str());
        let input: MailingInput = form.merge::<_, EditError>(tx.db, typed, &MailingInput::of(&known))?;
        let (subject, text) = input.parse(access.event().first_language(), is_draft)?;
        let people = input.filter();
        let new = Mailing { subject, text, people, changed_at: tx.now, ..known };
        if !mailings::update_draft(tx.db, &new)? {
            let field = format!("subject_{}", access.event().first_language());
            return Err(Problems::one(field, Message::new("problem-mailing-gone")).into());
        }
        access.note(tx, action, id.as_str(), "")?;
        Ok(())
    })
}

/// Deletes a draft; gives whether it was one.
pub fn delete(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<bool, Fault> {
    write(app, |tx| {
        mailings::get(tx.db, &access.event().id, id)?;
        let deleted = mailings::delete_draft(tx.db, id)?;
        if deleted {
            access.note(tx, "mailing.deleted", id.as_str(), "")?;
        }
        Ok(deleted)
    })
}

/// When a mailing is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Now,
    /// In a few minutes, until which it can be called off.
    Soon,
    /// At a time in the event's zone, as it was typed.
    At(String),
}

/// What comes of sending a mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// It goes at its time.
    Scheduled,
    /// Others fit by now than its page counted.
    Others,
    /// It is no draft any more.
    Gone,
}

/// Sends a draft to those whom the page with this digest has counted.
pub fn send(
    app: &App,
    access: &ChangeAccess,
    id: &MailingId,
    when: &When,
    seen: &str,
) -> Result<Going, EditError> {
    let (event, now) = (access.event(), app.clock.now());
    let send_at = match when {
        When::Now => now,
        When::Soon => now + SOON,
        When::At(typed) => later(typed, access, now)?,
    };
    let (mailing, audience) = app.store.read(|db| {
        let mailing = mailings::get(db, &event.id, id)?;
        let audience = Audience::of(db, &event.id, &mailing.people)?;
        Ok::<_, Fault>((mailing, audience))
    })?;
    let input = MailingInput::of(&mailing);
    input.parse(event.first_language(), false)?;
    if mailing.state != MailingState::Draft {
        return Ok(Going::Gone);
    }
    if audience.digest() != seen || audience.gets.is_empty() {
        return Ok(Going::Others);
    }
    write(app, |tx| {
        let known = mailings::get(tx.db, &event.id, id)?;
        // Somebody has changed it since: its page comes back as it is now.
        if known.changed_at != mailing.changed_at || known.people != mailing.people {
            return Ok(Going::Others);
        }
        let scheduled = Mailing { state: MailingState::Scheduled, send_at: Some(send_at), ..known };
        if !mailings::turn(tx.db, MailingState::Draft, &scheduled)? {
            return Ok(Going::Gone);
        }
        access.note(tx, "mailing.scheduled", id.as_str(), &audience.gets.len().to_string())?;
        Ok(Going::Scheduled)
    })
}

fn later(typed: &str, access: &ChangeAccess, now: DateTime<Utc>) -> Result<DateTime<Utc>, Problems> {
    let at = moment(typed, access.event().time_zone).map_err(|message| Problems::one("at", message))?;
    let at = at.ok_or_else(|| Problems::one("at", Message::new("problem-moment")))?;
    if at <= now || at > now + Duration::days(366) {
        return Err(Problems::one("at", Message::new("problem-mailing-time")));
    }
    Ok(at)
}

/// Makes a mailing that has not begun a draft again; gives whether that was so.
pub fn call_off(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<bool, Fault> {
    turn(app, access, id, (MailingState::Scheduled, MailingState::Draft), "mailing.called_off")
}

/// Holds what has not gone; gives whether it was going.
pub fn pause(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<bool, Fault> {
    turn(app, access, id, (MailingState::Sending, MailingState::Paused), "mailing.paused")
}

/// Lets what was held go; gives whether it was.
pub fn go_on(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<bool, Fault> {
    turn(app, access, id, (MailingState::Paused, MailingState::Sending), "mailing.resumed")
}

/// Lets what has not gone never go; gives whether it was going or held.
pub fn stop(app: &App, access: &ChangeAccess, id: &MailingId) -> Result<bool, Fault> {
    let stop = |from| turn(app, access, id, (from, MailingState::Stopped), "mailing.stopped");
    Ok(stop(MailingState::Sending)? || stop(MailingState::Paused)?)
}

fn turn(
    app: &App,
    access: &ChangeAccess,
    id: &MailingId,
    (from, to): (MailingState, MailingState),
    action: &str,
) -> Result<bool, Fault> {
    write(app, |tx| {
        let known = mailings::get(tx.db, &access.event().id, id)?;
        let send_at = known.send_at.filter(|_| to != MailingState::Draft);
        let new = Mailing { state: to, send_at, ..known };
        if !mailings::turn(tx.db, from, &new)? {
            return Ok(false);
        }
        settle(tx, &new)?;
        access.note(tx, action, id.as_str(), "")?;
        Ok(true)
    })
}

/// Does at once with the mails in the outbox what the state says.
fn settle(tx: &mut Tx<'_>, mailing: &Mailing) -> Result<(), Fault> {
    match mailing.state {
        MailingState::Paused => outbox::hold_mails(tx.db, &mailing.id)?,
        MailingState::Sending => outbox::go_on(tx.db, &mailing.id)?,
        MailingState::Stopped => end(tx, mailing)?,
        MailingState::Draft | MailingState::Scheduled | MailingState::Sent => {}
    }
    Ok(())
}
