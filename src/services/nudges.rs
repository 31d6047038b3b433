//! Nudges: an organiser says how many days before the end they go; then the calendar makes a mailing of each, once.
//!
//! Invariant: an event has one mailing of each nudge, whoever makes it and however often it is tried; to each person a mailing goes
//! once.

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::ChangeAccess;
use super::events::EditError;
use super::log::note_by_system;
use super::mailings::Audience;
use super::meanwhile::Form;
use super::tx::{Tx, write, write_at};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::lang::{Lang, Localised};
use crate::domain::mailing::{Mailing, MailingState, Placeholder};
use crate::domain::nudge::{Nudge, NudgesInput};
use crate::domain::opened::Typed;
use crate::domain::restore::RestoredMails;
use crate::store::{events, mailings, nudges, restores};
use crate::words::Words;

/// A nudge as its page shows it.
#[derive(Debug, Clone)]
pub struct NudgeView {
    pub nudge: Nudge,
    /// When it goes, if it is to go.
    pub goes_at: Option<DateTime<Utc>>,
    /// How many people would get it now.
    pub gets: usize,
    /// Its mailing, once it went.
    pub mailing: Option<Mailing>,
}

/// The nudges of an event, with the form that says when they go.
pub fn view(app: &App, access: &ChangeAccess) -> Result<(Vec<NudgeView>, NudgesInput), Fault> {
    let event = access.event();
    app.store.read(|db| {
        let days = nudges::list(db, &event.id)?;
        let mut all = Vec::new();
        for nudge in Nudge::ALL {
            let own = days.iter().find(|(known, _)| *known == nudge);
            all.push(NudgeView {
                nudge,
                goes_at: own.map(|(_, days)| Nudge::goes_at(event, *days)),
                gets: Audience::of(db, &event.id, &nudge.people())?.gets.len(),
                mailing: mailings::find_nudge(db, &event.id, nudge)?,
            });
        }
        Ok((all, NudgesInput::of(&days)))
    })
}

/// Says anew when they go.
pub fn change(app: &App, access: &ChangeAccess, typed: &Typed<NudgesInput>) -> Result<(), EditError> {
    let action = "nudges.changed";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let stored = NudgesInput::of(&nudges::list(tx.db, &event.id)?);
        let form = Form::of(access, action, event.id.as_str());
        let input: NudgesInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        nudges::replace(tx.db, &event.id, &input.parse()?)?;
        access.note(tx, action, event.id.as_str(), "")?;
        Ok(())
    })
}

/// Makes the mailing of each nudge whose time has come; gives how many.
pub fn send_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let open = app.store.read(nudges::list_open)?;
    // After a restore nobody knows what went since the backup, until an administrator decides.
    if open.is_empty() || !app.store.read(|db| restores::list(db, RestoredMails::Held))?.is_empty() {
        return Ok(0);
    }
    let mut made = 0;
    for (event, nudge) in open {
        let (known, days) =
            app.store.read(|db| Ok::<_, Fault>((events::get(db, &event)?, days_of(db, &event, nudge)?)))?;
        if days.is_some_and(|days| Nudge::is_due(&known, days, now)) {
            made += write_at(app, now, |tx| make(tx, &event, nudge))?;
        }
    }
    Ok(made)
}

fn days_of(db: &mut crate::store::Db, event: &EventId, nudge: Nudge) -> Result<Option<u32>, Fault> {
    Ok(nudges::list(db, event)?.into_iter().find(|(known, _)| *known == nudge).map(|(_, days)| days))
}

fn make(tx: &mut Tx<'_>, event: &EventId, nudge: Nudge) -> Result<usize, Fault> {
    // The event's row is locked: of two servers one finds what the other has made.
    let event = events::lock(tx.db, event)?;
    let is_made = mailings::find_nudge(tx.db, &event.id, nudge)?.is_some();
    let days = days_of(tx.db, &event.id, nudge)?;
    if is_made || !days.is_some_and(|days| Nudge::is_due(&event, days, tx.now)) {
        return Ok(0);
    }
    let mailing = Mailing {
        state: MailingState::Scheduled,
        send_at: Some(tx.now),
        ..letter(tx.app.random.id(tx.now), &event, nudge, tx.now)
    };
    mailings::insert(tx.db, &mailing)?;
    note_by_system(tx, &event.id, "nudges.begun", mailing.id.as_str(), nudge.code())?;
    Ok(1)
}

/// What a nudge says, in every language.
pub(super) fn letter(
    id: crate::domain::ids::MailingId,
    event: &Event,
    nudge: Nudge,
    now: DateTime<Utc>,
) -> Mailing {
    let said = |part: &str| {
        let of = |all: Localised, lang: Lang| {
            let key = format!("mail-nudge-{}-{part}", nudge.code());
            all.with(lang, Words::of(lang).t1(&key, "event", Placeholder::Event.written()))
        };
        Lang::ALL.into_iter().fold(Localised::default(), of)
    };
    Mailing {
        id,
        event: event.id.clone(),
        nudge: Some(nudge),
        state: MailingState::Draft,
        people: nudge.people(),
        subject: said("subject"),
        text: said("text"),
        created_at: now,
        changed_at: now,
        send_at: None,
        started_at: None,
        ended_at: None,
    }
}
