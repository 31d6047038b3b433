//! The accessibility statement of an event, and reports of barriers, which go to its organiser by mail.

use chrono::Duration;

use super::Fault;
use super::access::{ChangeAccess, Denied};
use super::events::EditError;
use super::meanwhile::Form;
use super::networks::{self, Marked, WeekKey};
use super::post::post;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::accessibility::{Barrier, BarrierInput, Statement, StatementInput};
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::network::Network;
use crate::domain::opened::Typed;
use crate::domain::problems::Problems;
use crate::domain::text::Email;
use crate::mail::messages::{self, BarrierMail};
use crate::store::{Db, StoreError, accessibility, accounts, deactivated_accounts, events, outbox};

/// Most reports an hour to one reader: more than honest people send, few enough for a mailbox.
const REPORTS_AN_HOUR: usize = 20;
/// Most reports an hour from one network.
const REPORTS_OF_ONE: i64 = 3;

/// Why a report was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("the report has problems: {0}")]
    Invalid(Problems),
    /// Its readers have got too many in this hour.
    #[error("too many reports")]
    TooMany,
    #[error(transparent)]
    Denied(#[from] Denied),
}

impl From<StoreError> for ReportError {
    fn from(error: StoreError) -> ReportError {
        ReportError::Denied(error.into())
    }
}

impl From<Fault> for ReportError {
    fn from(fault: Fault) -> ReportError {
        ReportError::Denied(fault.into())
    }
}

/// The statement of an event that everybody may see.
pub fn public_statement(app: &App, slug: &str) -> Result<(Event, Statement), Denied> {
    app.store.read(|db| {
        let event = public(db, slug)?;
        let statement = accessibility::get(db, &event.id)?;
        Ok((event, statement))
    })
}

fn public(db: &mut Db, slug: &str) -> Result<Event, Denied> {
    let event = events::get_by_slug(db, slug)?;
    if event.state.has_pages() { Ok(event) } else { Err(Denied::NotFound) }
}

/// The statement of an event for an organiser who changes it.
pub fn statement(app: &App, access: &ChangeAccess) -> Result<Statement, Fault> {
    Ok(app.store.read(|db| accessibility::get(db, &access.event().id))?)
}

/// Changes the statement of an event.
pub fn state(app: &App, access: &ChangeAccess, typed: &Typed<StatementInput>) -> Result<(), EditError> {
    let action = "event.accessibility";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let stored = StatementInput::of(&accessibility::get(tx.db, &event.id)?);
        let form = Form::of(access, action, event.id.as_str());
        let statement = form.merge::<StatementInput, EditError>(tx.db, typed, &stored)?.parse()?;
        accessibility::set(tx.db, &event.id, &statement)?;
        access.note(tx, action, event.id.as_str(), "")?;
        Ok(())
    })
}

/// Mails a report of a barrier to the contact of the event with this name in addresses; without one to the
/// installation's administrators.
pub fn report(app: &App, slug: Option<&str>, input: &BarrierInput, from: Network) -> Result<(), ReportError> {
    let barrier = input.parse().map_err(ReportError::Invalid)?;
    write(app, |tx| {
        let event = slug.map(|slug| public(tx.db, slug)).transpose()?;
        let event = event.map(|event| events::lock(tx.db, &event.id)).transpose()?;
        let mark = WeekKey::made(tx)?.mark(&["barrier", &from.to_string()]);
        if networks::count(tx.db, Marked::BarrierReport, &mark, tx.now - Duration::hours(1))?
            >= REPORTS_OF_ONE
        {
            return Err(ReportError::TooMany);
        }
        networks::note(tx, Marked::BarrierReport, &mark)?;
        let mut sent = 0;
        for (reader, lang) in readers(tx.db, event.as_ref())? {
            let hour =
                outbox::times_to(tx.db, &reader, &[MailKind::BarrierReport], tx.now, Duration::hours(1))?;
            if hour.len() < REPORTS_AN_HOUR {
                mail(tx, event.as_ref(), (&reader, lang), &barrier)?;
                sent += 1;
            }
        }
        if sent == 0 { Err(ReportError::TooMany) } else { Ok(()) }
    })
}

/// Who reads a report, and in which language.
fn readers(db: &mut Db, event: Option<&Event>) -> Result<Vec<(Email, Lang)>, StoreError> {
    if let Some(event) = event
        && let Ok(contact) = Email::parse(&event.contact_email)
    {
        return Ok(vec![(contact, event.first_language())]);
    }
    let away: Vec<_> = deactivated_accounts::list(db)?.into_iter().map(|(id, _)| id).collect();
    let admins = accounts::list(db)?.into_iter();
    let admins = admins.filter(|account| account.is_admin && !away.contains(&account.id));
    Ok(admins.filter_map(|account| Some((Email::parse(&account.email).ok()?, account.lang))).collect())
}

fn mail(
    tx: &mut Tx<'_>,
    event: Option<&Event>,
    (reader, lang): (&Email, Lang),
    barrier: &Barrier,
) -> Result<(), Fault> {
    post(tx, |context| messages::barrier_report(context, &BarrierMail { event, reader, lang, barrier }))
}
