//! An import that is carried out: all rows, or the good ones, in one transaction.

use super::plan::{self, Counts, ImportMail, ImportOptions, ImportPlan, Target};
use crate::app::App;
use crate::documents::participants_csv::{self, Sheet};
use crate::domain::event::Event;
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;
use crate::services::Fault;
use crate::services::access::Actor;
use crate::services::access::ChangeAccess;
use crate::services::fault::from_store_error;
use crate::services::log::note;
use crate::services::registrations::{insert_registered, mail_standing};
use crate::services::tx::{Tx, write};
use crate::store::{self, Db, StoreError};

/// Which rows are imported if some are faulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All rows or none.
    AllRows,
    /// Those without a fault.
    GoodRows,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOutcome {
    pub counts: Counts,
    /// New participants with a seat, and those who wait for one.
    pub registered: usize,
    pub waiting: usize,
    /// Known participants whose data changed.
    pub changed: usize,
    /// Topics added to the event.
    pub topics: usize,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read as a list of participants.
    #[error("the file cannot be read: {}", .0.key)]
    File(Message),
    /// Some rows are faulty and all or nothing was asked for; the plan names them.
    #[error("{} rows are faulty", .0.counts().faulty)]
    Faulty(Box<ImportPlan>),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(ImportError);

/// Says what the import of a file would do, and changes nothing.
pub fn check(
    app: &App,
    access: &ChangeAccess,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<ImportPlan, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    app.store.read(|db| {
        let event = store::events::get(db, &access.event().id)?;
        make_plan(app, db, &sheet, &event, options)
    })
}

/// Imports a file in one transaction. The plan is made anew in it, since the event may have changed after a check.
pub fn apply(
    app: &App,
    access: &ChangeAccess,
    bytes: &[u8],
    options: &ImportOptions,
    extent: Extent,
) -> Result<ImportOutcome, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    write(app, |tx| {
        let event = store::events::lock(tx.db, &access.event().id)?;
        let plan = make_plan(app, tx.db, &sheet, &event, options)?;
        if extent == Extent::AllRows && plan.counts().faulty > 0 {
            return Err(ImportError::Faulty(Box::new(plan)));
        }
        let mut outcome = ImportOutcome {
            counts: plan.counts(),
            registered: 0,
            waiting: 0,
            changed: 0,
            topics: plan.new_topics.len(),
        };
        let topics_before = store::programme::get(tx.db, &event.id)?.topics.len();
        for (topic, position) in plan.new_topics.iter().zip(topics_before..) {
            let position = u32::try_from(position + 1).unwrap_or(u32::MAX);
            store::programme::insert_topic(tx.db, &event.id, topic, position)?;
        }
        for target in plan.targets {
            match target {
                Target::Same => {}
                Target::Changed(participant, _) => {
                    change(tx, access.actor(), *participant)?;
                    outcome.changed += 1;
                }
                Target::New(profile) => match insert(tx, access.actor(), &event, *profile, options.mail)? {
                    RegistrationState::Registered => outcome.registered += 1,
                    _ => outcome.waiting += 1,
                },
            }
        }
        log_outcome(tx, access, &outcome)?;
        Ok(outcome)
    })
}

fn make_plan(
    app: &App,
    db: &mut Db,
    sheet: &Sheet,
    event: &Event,
    options: &ImportOptions,
) -> Result<ImportPlan, ImportError> {
    let programme = store::programme::get(db, &event.id)?;
    let known = store::participants::list_in_states(db, &event.id, &RegistrationState::CODES)?;
    Ok(plan::plan(app, sheet, event, &programme, known, options))
}

fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    profile: Profile,
    mail: ImportMail,
) -> Result<RegistrationState, Fault> {
    let participant = Participant {
        id: tx.app.random.id(tx.now),
        event: event.id.clone(),
        profile,
        source: Source::Import,
        created_at: tx.now,
        updated_at: tx.now,
    };
    let registration = insert_registered(tx, &participant)?;
    note(tx, &event.id, &participant.id, actor, "registration.imported")?;
    if mail == ImportMail::NewParticipants {
        let kind = match registration.state {
            RegistrationState::WaitingList(_) => MailKind::WaitingList,
            _ => MailKind::Registered,
        };
        mail_standing(tx, kind, event, &participant, &registration)?;
    }
    Ok(registration.state)
}

fn change(tx: &mut Tx<'_>, actor: &Actor, mut participant: Participant) -> Result<(), StoreError> {
    participant.updated_at = tx.now;
    store::participants::update(tx.db, &participant)?;
    note(tx, &participant.event, &participant.id, actor, "participant.imported")
}

fn log_outcome(tx: &mut Tx<'_>, access: &ChangeAccess, outcome: &ImportOutcome) -> Result<(), StoreError> {
    let Counts { new, changed, same, faulty } = outcome.counts;
    let detail = format!("rows: {new} new, {changed} changed, {same} same, {faulty} faulty");
    access.note(tx, "event.imported", access.event().id.as_str(), &detail)
}
