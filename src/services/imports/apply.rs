//! An import that is carried out: all rows, or the good ones, in one transaction.

use chrono::{DateTime, Utc};

use super::plan::{self, Counts, ImportMail, ImportOptions, ImportPlan, Target};
use crate::app::App;
use crate::documents::participants_csv::{self, Sheet};
use crate::domain::event::Event;
use crate::domain::ids::EventId;
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;
use crate::services::Fault;
use crate::services::log::{Actor, note};
use crate::services::registrations::{insert_registered, mail_standing};
use crate::store::log::LogEntry;
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

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> ImportError {
        ImportError::Fault(error.into())
    }
}

/// The event with this name in addresses, for a command on the server's own machine: whoever runs it may do anything.
pub fn find_event(app: &App, slug: &str) -> Result<Option<EventId>, Fault> {
    app.store.read(|db| match store::events::get_by_slug(db, slug) {
        Ok(event) => Ok(Some(event.id)),
        Err(StoreError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    })
}

/// Says what the import of a file would do, and changes nothing. The caller has checked that the organiser may see it.
pub fn check(
    app: &App,
    event: &EventId,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<ImportPlan, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    app.store.read(|db| {
        let event = store::events::get(db, event)?;
        make_plan(app, db, &sheet, &event, options)
    })
}

/// Imports a file in one transaction. The plan is made anew in it, since the event may have changed after a check. The
/// caller has checked that the organiser may.
pub fn apply(
    app: &App,
    actor: &Actor,
    event: &EventId,
    bytes: &[u8],
    options: &ImportOptions,
    extent: Extent,
) -> Result<ImportOutcome, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    let now = app.clock.now();
    app.store.write(|db| {
        let event = store::events::lock(db, event)?;
        let plan = make_plan(app, db, &sheet, &event, options)?;
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
        let topics_before = store::programme::get(db, &event.id)?.topics.len();
        for (topic, position) in plan.new_topics.iter().zip(topics_before..) {
            let position = u32::try_from(position + 1).unwrap_or(u32::MAX);
            store::programme::insert_topic(db, &event.id, topic, position)?;
        }
        for target in plan.targets {
            match target {
                Target::Same => {}
                Target::Changed(participant, _) => {
                    change(app, db, actor, *participant, now)?;
                    outcome.changed += 1;
                }
                Target::New(profile) => match insert(app, db, actor, &event, *profile, options.mail, now)? {
                    RegistrationState::Registered => outcome.registered += 1,
                    _ => outcome.waiting += 1,
                },
            }
        }
        log_outcome(app, db, actor, &event, &outcome, now)?;
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
    app: &App,
    db: &mut Db,
    actor: &Actor,
    event: &Event,
    profile: Profile,
    mail: ImportMail,
    now: DateTime<Utc>,
) -> Result<RegistrationState, Fault> {
    let participant = Participant {
        id: app.random.id(now),
        event: event.id.clone(),
        profile,
        source: Source::Import,
        created_at: now,
        updated_at: now,
    };
    let registration = insert_registered(app, db, &participant, now)?;
    note(app, db, &event.id, &participant.id, actor, "registration.imported", now)?;
    if mail == ImportMail::NewParticipants {
        let kind = match registration.state {
            RegistrationState::WaitingList(_) => MailKind::WaitingList,
            _ => MailKind::Registered,
        };
        mail_standing(app, db, kind, event, &participant, &registration, now)?;
    }
    Ok(registration.state)
}

fn change(
    app: &App,
    db: &mut Db,
    actor: &Actor,
    mut participant: Participant,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    participant.updated_at = now;
    store::participants::update(db, &participant)?;
    note(app, db, &participant.event, &participant.id, actor, "participant.imported", now)
}

fn log_outcome(
    app: &App,
    db: &mut Db,
    actor: &Actor,
    event: &Event,
    outcome: &ImportOutcome,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Counts { new, changed, same, faulty } = outcome.counts;
    let entry = LogEntry {
        at: now,
        actor: actor.code(),
        action: "event.imported".to_string(),
        subject: event.id.0.clone(),
        detail: format!("rows: {new} new, {changed} changed, {same} same, {faulty} faulty"),
    };
    let id: String = app.random.id(now);
    store::log::insert(db, &id, Some(&event.id), &entry)
}
