//! All SQL. `Store::read` and `Store::write` are the only doors; no rule lives here.
//!
//! Invariants: every write is one transaction, `BEGIN IMMEDIATE` behind a fair queue on SQLite and `BEGIN` on Postgres; a
//! reader never waits for a writer; times are UTC in whole microseconds.

pub mod accessibility;
pub mod account_invitations;
pub mod accounts;
pub mod acts;
pub mod address_changes;
pub mod address_keys;
pub mod agenda;
pub mod announcements;
pub mod attendance;
pub mod backup;
pub mod blocked_addresses;
pub mod calendar_choices;
pub mod calendar_entries;
pub mod calendar_origins;
mod catalogue;
pub mod check_ins;
pub mod clock_memory;
mod connection;
pub mod consent_texts;
pub mod consents;
pub mod contact_offers;
pub mod deactivated_accounts;
pub mod direct_messages;
pub mod directory_visits;
pub mod disk;
pub mod domain_alarms;
pub mod erasure;
mod error;
pub mod event_versions;
pub mod events;
pub mod feeds;
pub mod floor;
mod health;
mod identity;
pub mod import_layouts;
pub mod interpreters;
pub mod invitations;
pub mod legal;
pub mod link_requests;
pub mod links;
pub mod list_use;
pub mod log;
pub mod logins;
pub mod mail_pause;
pub mod mail_requests;
pub mod mailings;
pub mod meeting_reports;
pub mod meetings;
pub mod merging;
pub mod network_keys;
pub mod notes;
pub mod nudges;
pub mod organisations;
pub mod outbox;
pub mod participant_changes;
pub mod participants;
pub mod parting_mails;
pub mod patience;
mod people_filter;
pub mod people_views;
pub mod pictures;
pub mod plan_news;
pub mod programme;
pub mod proposals;
pub mod questions;
mod receipts;
pub mod registration_forms;
mod registration_times;
pub mod registrations;
pub mod reminders;
pub mod restore;
pub mod restores;
pub mod round_leases;
pub mod round_steps;
pub mod rounds;
mod rows;
pub mod scheduled_backups;
mod schema;
mod search_keys;
pub mod second_factors;
pub mod sent_forms;
pub mod session_invitations;
pub mod session_places;
pub mod sitting;
pub mod subscriptions;
pub mod tags;
pub mod trials;
mod triggers;
pub mod unregistered;
pub mod uploads;
pub mod waiting_list;
pub mod wishes;
mod writing;

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{NopErrorHandler, Pool};
use parking_lot::{FairMutex, Mutex};

pub use connection::Db;
use connection::{Line, Manager};
use error::Sign;
pub use error::{Constraint, StoreError, Trouble};
pub use health::Health;
pub use identity::{Identity, id_of};

use crate::config::DatabaseUrl;

/// Reads run beside each other on a pool of their own. Writes on SQLite go through one connection behind a fair queue: many
/// writers that wait on the file's lock starve each other for seconds. On Postgres they have a second pool, so that those
/// who wait for one event's lock leave the readers their connections.
pub struct Store {
    readers: Pool<Manager>,
    writer: Writer,
    manager: Manager,
    identity: Identity,
    health: Health,
    /// The connection of [`Store::look`], so that it waits for nobody.
    lookout: Mutex<Option<Line>>,
}

enum Writer {
    Sqlite(Box<FairMutex<Line>>),
    Postgres(Pool<Manager>),
}

impl Store {
    /// Opens the database and brings its tables up to date.
    pub fn open(url: &DatabaseUrl) -> Result<Store, StoreError> {
        if let DatabaseUrl::Sqlite(file) = url {
            disk::check(file)?;
        }
        let manager = Manager::new(url);
        let mut first = manager.open().map_err(away)?;
        connection::check_settings(&mut first.db)?;
        identity::bring_up(&mut first.db)?;
        let identity = Identity::of(url, &mut first.db)?;
        let manager = manager.of_existing();
        let writer = match first.db {
            Db::Sqlite(_) => Writer::Sqlite(Box::new(FairMutex::new(first))),
            Db::Pg(_) => Writer::Postgres(pool(&manager)?),
        };
        Ok(Store {
            readers: pool(&manager)?,
            writer,
            manager,
            identity,
            health: Health::opened(),
            lookout: Mutex::new(None),
        })
    }

    /// Reads with a connection of the pool; once more with another one if that breaks.
    pub fn read<T, E: From<StoreError>>(&self, f: impl Fn(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let mut line = writing::take(&self.readers, &self.health)?;
        line.take_sign();
        let read = f(&mut line.db);
        let sign = line.take_sign();
        line.spent |= matches!(sign, Some(Sign::Lost | Sign::Trouble(Trouble::ReadOnly)));
        if read.is_ok() || sign != Some(Sign::Lost) {
            return read;
        }
        drop(line);
        tracing::warn!("a page is read again: the connection to the database broke");
        f(&mut writing::take(&self.readers, &self.health)?.db)
    }

    /// Writes in one transaction: all of it, or nothing. On Postgres, whoever takes something scarce begins with
    /// [`events::lock`].
    ///
    /// The steps may run more than once, each time from the beginning and in a new transaction: they change nothing but
    /// the database. What they give is that of the one time that was stored.
    pub fn write<T, E: From<StoreError>>(&self, steps: impl Fn(&mut Db) -> Result<T, E>) -> Result<T, E> {
        match &self.writer {
            Writer::Sqlite(writer) => {
                let value = writing::on_sqlite(writer, &self.health, patience::longest(), steps)?;
                // Into a file that was deleted meanwhile one writes without an error.
                self.identity.check_files()?;
                Ok(value)
            }
            Writer::Postgres(pool) => writing::on_postgres(pool, &self.health, steps),
        }
    }

    /// Writes what may as well be left out, such as a note of when something was last seen: nobody waits for it.
    pub fn write_if_free<T, E: From<StoreError>>(
        &self,
        steps: impl Fn(&mut Db) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        match &self.writer {
            Writer::Sqlite(writer) if writer.try_lock().is_none() => Ok(None),
            Writer::Postgres(pool) if pool.state().idle_connections == 0 => Ok(None),
            Writer::Sqlite(writer) => {
                writing::on_sqlite(writer, &self.health, Duration::from_millis(50), steps).map(Some)
            }
            Writer::Postgres(pool) => writing::on_postgres(pool, &self.health, steps).map(Some),
        }
    }

    /// Leaves nothing behind of what was deleted or changed: pages of the file that held it are overwritten already, so
    /// here the journal is emptied, or dead rows are removed.
    pub fn scrub(&self) -> Result<(), StoreError> {
        match &self.writer {
            Writer::Sqlite(_) => self.empty_journal(),
            Writer::Postgres(_) => self.read(|db| Ok(db.batch_execute("VACUUM")?)),
        }
    }

    /// Writes what stands in SQLite's journal into the file and empties it. If others read or write just then, it is left
    /// for the next time.
    pub fn empty_journal(&self) -> Result<(), StoreError> {
        match &self.writer {
            Writer::Sqlite(writer) => match writer.try_lock_for(patience::longest()) {
                // Short reads are waited for; a backup reads for long, and writers must not wait for it.
                Some(mut line) => {
                    Ok(line.db.batch_execute("PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE)")?)
                }
                None => Ok(()),
            },
            Writer::Postgres(_) => Ok(()),
        }
    }

    /// Which database it is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// How it was when somebody last looked.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// Looks whether the database answers, is the one that was opened, and from time to time whether it can be written.
    /// Waits for no writer. What is found is kept in [`Store::health`].
    pub fn look(&self) -> Result<(), StoreError> {
        self.health.looking();
        let found = self.identity.check_files().and_then(|()| self.look_inside());
        let told = match &found {
            Ok(()) => Ok(()),
            Err(error) => Err(error.trouble()),
        };
        self.health.looked(told);
        found
    }

    fn look_inside(&self) -> Result<(), StoreError> {
        let mut lookout = self.lookout.lock();
        // One that has failed is not kept.
        let mut line = match lookout.take() {
            Some(line) => line,
            None => self.manager.open().map_err(away)?,
        };
        self.identity.check(&mut line.db)?;
        self.health.answered();
        if self.health.is_write_due() {
            match self.probe(&mut line) {
                Ok(true) => self.health.write_succeeded(),
                Ok(false) => {}
                // Somebody else writes just now; there will be another look.
                Err(error) if error.trouble() == Trouble::Busy && !self.health.is_write_overdue() => {}
                Err(error) => return Err(error),
            }
        }
        *lookout = Some(line);
        Ok(())
    }

    /// Writes something; gives whether it came to it.
    fn probe(&self, line: &mut Line) -> Result<bool, StoreError> {
        let write = "UPDATE database_identity SET probed_at = CURRENT_TIMESTAMP";
        match &self.writer {
            Writer::Sqlite(writer) => {
                let Some(mut writer) = writer.try_lock() else { return Ok(false) };
                writer.db.batch_execute(&format!("PRAGMA busy_timeout = 0; {write}"))?;
            }
            Writer::Postgres(_) => line.db.batch_execute(&format!("SET lock_timeout = '500ms'; {write}"))?,
        }
        Ok(true)
    }
}

fn pool(manager: &Manager) -> Result<Pool<Manager>, StoreError> {
    Pool::builder()
        .max_size(8)
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(2))
        .error_handler(Box::new(NopErrorHandler))
        .build(manager.clone())
        .map_err(away)
}

fn away(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unavailable(Trouble::Away, error.to_string())
}
