//! Nudges: an organiser says how many days before the end they go, once or several times; then the calendar makes a mailing of each.
//!
//! Invariant: an event has one mailing of each nudge and number of days, whoever makes it and however often it is tried; to each
//! person a mailing goes once, and none to whoever has said by then what it asks for.

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
use crate::store::{Db, events, mailings, nudges, restores};
use crate::words::Words;

/// A nudge as its page shows it.
#[derive(Debug, Clone)]
pub struct NudgeView {
    pub nudge: Nudge,
    /// Its times to come.
    pub goes_at: Vec<DateTime<Utc>>,
    /// How many people would get it now.
    pub gets: usize,
    /// Its mailings that went.
    pub mailings: Vec<Mailing>,
}

/// The nudges of an event, with the form that says when they go.
pub fn view(app: &App, access: &ChangeAccess) -> Result<(Vec<NudgeView>, NudgesInput), Fault> {
    let (event, now) = (access.event(), app.clock.now());
    app.store.read(|db| {
        let days = nudges::list(db, &event.id)?;
        let mut all = Vec::new();
        for nudge in Nudge::ALL {
            let mailings = mailings::list_nudges(db, &event.id, nudge)?;
            let went = |days: u32| mailings.iter().any(|one| one.nudge == Some((nudge, days)));
            let own = days.iter().filter(|(known, days)| *known == nudge && !went(*days));
            let at = own.map(|(_, days)| Nudge::goes_at(event, *days));
            // Of those whose time has come one goes, as soon as the event is public.
            let (past, mut goes_at): (Vec<_>, Vec<_>) = at.partition(|at| *at <= now);
            if mailings.is_empty() {
                goes_at.splice(0..0, past.into_iter().max());
            }
            let gets = Audience::of(db, &event.id, &nudge.people())?.gets.len();
            all.push(NudgeView { nudge, goes_at, gets, mailings });
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
        let due = app.store.read(|db| {
            let known = events::get(db, &event)?;
            open_due(db, &known, nudge, now)
        })?;
        if due.is_some() {
            made += write_at(app, now, |tx| make(tx, &event, nudge))?;
        }
    }
    Ok(made)
}

/// Which of the times of a nudge has come without its mailing.
fn open_due(db: &mut Db, event: &Event, nudge: Nudge, now: DateTime<Utc>) -> Result<Option<u32>, Fault> {
    let all: Vec<u32> = nudges::list(db, &event.id)?
        .into_iter()
        .filter(|(known, _)| *known == nudge)
        .map(|(_, days)| days)
        .collect();
    let made = mailings::list_nudges(db, &event.id, nudge)?;
    // A mailing of fewer days came later, whatever the organiser has set since.
    let is_made = |days: u32| made.iter().any(|one| one.nudge.is_some_and(|(_, known)| known <= days));
    Ok(Nudge::due(event, &all, now).filter(|days| !is_made(*days)))
}

fn make(tx: &mut Tx<'_>, event: &EventId, nudge: Nudge) -> Result<usize, Fault> {
    // The event's row is locked: of two servers one finds what the other has made.
    let event = events::lock(tx.db, event)?;
    let Some(days) = open_due(tx.db, &event, nudge, tx.now)? else { return Ok(0) };
    let mailing = Mailing {
        state: MailingState::Scheduled,
        send_at: Some(tx.now),
        ..letter(tx.app.random.id(tx.now), &event, (nudge, days), tx.now)
    };
    mailings::insert(tx.db, &mailing)?;
    note_by_system(tx, &event.id, "nudges.begun", mailing.id.as_str(), nudge.code())?;
    Ok(1)
}

/// What a nudge says, in every language.
pub(super) fn letter(
    id: crate::domain::ids::MailingId,
    event: &Event,
    (nudge, days): (Nudge, u32),
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
        nudge: Some((nudge, days)),
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
