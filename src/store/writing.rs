//! A write: its turn, its transaction, and trying again where that is right.
//!
//! Invariant: what is reported as stored is stored once. A write that stood in another one's way, or whose connection broke
//! before it ended, is done again; one that broke while it ended is asked about first, see [`super::receipts`].

use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU32;
use std::thread::sleep;
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{Pool, PooledConnection};
use diesel::result::Error as DieselError;
use diesel::{Connection, QueryResult};
use parking_lot::FairMutex;

use super::acts;
use super::connection::{Db, Line, Manager};
use super::error::{Sign, StoreError, Trouble, sign_of};
use super::health::Health;
use super::patience;
use super::receipts::Receipt;

/// How often a write is tried on Postgres, and for how long.
const TRIES: u32 = 8;
const TRYING: Duration = Duration::from_secs(2);
/// How long to wait for a database that does not answer, at most.
const AWAY: Duration = Duration::from_secs(2);
/// How long a turn is waited for at least, however late it is.
const LEAST: Duration = Duration::from_millis(100);

/// How an attempt ended.
enum Ended<T, E> {
    Stored(T),
    /// By what the steps say, not by the database.
    Refused(E),
    /// By the database; nothing of it is stored.
    Failed(Sign, E),
    /// The connection broke while it ended.
    Doubtful(Receipt, T),
}

/// Takes a connection. One is waited for as long as the database answers and others use them all; not if it is away.
pub(super) fn take(pool: &Pool<Manager>, health: &Health) -> Result<PooledConnection<Manager>, StoreError> {
    if health.is_away() {
        let told = || StoreError::Unavailable(Trouble::Away, "it does not answer".to_string());
        return pool.try_get().ok_or_else(told);
    }
    let (asked, longest) = (Instant::now(), patience::longest());
    loop {
        let left = longest.saturating_sub(asked.elapsed()).max(LEAST);
        match pool.get_timeout(left.min(AWAY)) {
            Ok(line) => return Ok(line),
            Err(error) if pool.state().connections == 0 => {
                return Err(StoreError::Unavailable(Trouble::Away, error.to_string()));
            }
            Err(error) if asked.elapsed() >= longest => {
                return Err(StoreError::Unavailable(Trouble::Busy, error.to_string()));
            }
            Err(_) => {}
        }
    }
}

/// Writes through the one connection that writes on SQLite.
pub(super) fn on_sqlite<T, E: From<StoreError>>(
    writer: &FairMutex<Line>,
    health: &Health,
    wait: Duration,
    steps: impl Fn(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    let asked = Instant::now();
    let Some(mut line) = writer.try_lock_for(wait) else {
        return Err(StoreError::Unavailable(Trouble::Busy, "the queue of writers is long".to_string()).into());
    };
    // Other programs, such as an import beside the server, are waited for with what is left of the time.
    let left = wait.saturating_sub(asked.elapsed());
    match attempt(&mut line, left, &steps) {
        Ended::Stored(value) | Ended::Doubtful(_, value) => Ok(value),
        Ended::Refused(error) => Err(error),
        Ended::Failed(sign, error) => {
            health.write_failed(sign.trouble());
            Err(error)
        }
    }
}

/// Writes on a connection of the pool of Postgres, and on another one if that breaks.
pub(super) fn on_postgres<T, E: From<StoreError>>(
    pool: &Pool<Manager>,
    health: &Health,
    steps: impl Fn(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    let (began, longest) = (Instant::now(), patience::longest());
    let mut doubt: Option<(Receipt, T)> = None;
    let mut tried = 0;
    loop {
        tried += 1;
        let ended = match take(pool, health) {
            Ok(mut line) => {
                let left = longest.saturating_sub(began.elapsed()).max(LEAST);
                let ended = settle_or_attempt(&mut line, &mut doubt, left, &steps);
                line.spent |= matches!(
                    &ended,
                    Ended::Doubtful(..) | Ended::Failed(Sign::Lost | Sign::Trouble(Trouble::ReadOnly), _)
                );
                ended
            }
            Err(error) => return Err(unsure(doubt.is_some(), error.into())),
        };
        let (sign, error) = match ended {
            Ended::Stored(value) => return Ok(value),
            Ended::Refused(error) => return Err(error),
            Ended::Failed(sign, error) => (sign, error),
            Ended::Doubtful(receipt, value) => {
                doubt = Some((receipt, value));
                (
                    Sign::Lost,
                    StoreError::Unavailable(Trouble::Away, "the connection broke".to_string()).into(),
                )
            }
        };
        let may_pass = matches!(sign, Sign::Clash | Sign::Lost | Sign::Trouble(Trouble::ReadOnly));
        if !may_pass || tried >= TRIES || began.elapsed() >= TRYING.min(longest) {
            health.write_failed(sign.trouble());
            return Err(unsure(doubt.is_some(), error));
        }
        tracing::warn!(sign = sign.trouble().word(), tried, "a write is tried again");
        sleep(pause(tried));
    }
}

/// What to say if trying again did not help.
fn unsure<E: From<StoreError>>(in_doubt: bool, error: E) -> E {
    if !in_doubt {
        return error;
    }
    let told = "the connection broke while a write ended, and nobody answers whether it is stored";
    StoreError::Unavailable(Trouble::Unsure, told.to_string()).into()
}

/// Asks about the write that is in doubt; what is not stored is attempted.
fn settle_or_attempt<T, E: From<StoreError>>(
    line: &mut Line,
    doubt: &mut Option<(Receipt, T)>,
    left: Duration,
    steps: &impl Fn(&mut Db) -> Result<T, E>,
) -> Ended<T, E> {
    if let (Some((receipt, _)), Db::Pg(pg)) = (&*doubt, &mut line.db) {
        match pg.transaction(|pg| receipt.is_stored(pg)) {
            Ok(false) => *doubt = None,
            Ok(true) => {
                if let Some((_, value)) = doubt.take() {
                    return Ended::Stored(value);
                }
            }
            Err(error) => return failed(error),
        }
    }
    attempt(line, left, steps)
}

/// One transaction: all of the steps, or nothing. A lock is waited for as long as is left.
fn attempt<T, E: From<StoreError>>(
    line: &mut Line,
    left: Duration,
    steps: &impl Fn(&mut Db) -> Result<T, E>,
) -> Ended<T, E> {
    undo(&mut line.db);
    let receipt = match next_receipt(line).and_then(|receipt| begin(&mut line.db, left).map(|()| receipt)) {
        Ok(receipt) => receipt,
        Err(error) => return failed(error),
    };
    line.take_sign();
    let given = acts::noting(&mut line.db, steps);
    let sign = line.take_sign();
    match (given, sign) {
        (Ok(value), None) => commit(line, receipt, value),
        (given, sign) => {
            // What was said before matters more than a rollback that fails: the database rolls back by itself then.
            let _ = Transactions::rollback_transaction(&mut line.db);
            match (given, sign) {
                (Err(error), None) => Ended::Refused(error),
                (Err(error), Some(sign)) => Ended::Failed(sign, error),
                // Steps that went on after such an error: Postgres has ended their transaction already.
                (Ok(_), sign) => {
                    let sign = sign.unwrap_or(Sign::Lost);
                    let told = "a statement of the write failed".to_string();
                    Ended::Failed(sign, StoreError::Unavailable(sign.trouble(), told).into())
                }
            }
        }
    }
}

fn commit<T, E: From<StoreError>>(line: &mut Line, receipt: Option<Receipt>, value: T) -> Ended<T, E> {
    if let (Some(receipt), Db::Pg(pg)) = (&receipt, &mut line.db) {
        match receipt.sign(pg) {
            Ok(true) => {}
            Ok(false) => {
                // Somebody has emptied the table: the next attempt begins with a row of its own.
                line.receipt = None;
                let _ = Transactions::rollback_transaction(&mut line.db);
                let told = "the receipts of writes are gone".to_string();
                return Ended::Failed(Sign::Clash, StoreError::Unavailable(Trouble::Busy, told).into());
            }
            Err(error) => {
                let _ = Transactions::rollback_transaction(&mut line.db);
                return failed(error);
            }
        }
    }
    let error = match Transactions::commit_transaction(&mut line.db) {
        Ok(()) => {
            line.receipt = receipt;
            return Ended::Stored(value);
        }
        Err(DieselError::RollbackErrorOnCommit { commit_error, .. }) => *commit_error,
        Err(error) => error,
    };
    match (receipt, sign_of(&error)) {
        (Some(receipt), Some(Sign::Lost)) => Ended::Doubtful(receipt, value),
        _ => failed(error),
    }
}

fn failed<T, E: From<StoreError>>(error: DieselError) -> Ended<T, E> {
    match sign_of(&error) {
        Some(sign) => Ended::Failed(sign, StoreError::from(error).into()),
        None => Ended::Refused(StoreError::from(error).into()),
    }
}

fn next_receipt(line: &mut Line) -> QueryResult<Option<Receipt>> {
    let Db::Pg(pg) = &mut line.db else { return Ok(None) };
    let last = match &line.receipt {
        Some(last) => last,
        None => line.receipt.insert(Receipt::open(pg)?),
    };
    Ok(Some(last.next()))
}

/// What begins and ends the transactions of a connection.
type Transactions = <Db as Connection>::TransactionManager;

/// `BEGIN IMMEDIATE` on SQLite, since a deferred transaction fails as soon as another has written.
fn begin(db: &mut Db, left: Duration) -> QueryResult<()> {
    let left = left.as_millis();
    match db {
        Db::Sqlite(sqlite) => {
            sqlite.batch_execute(&format!("PRAGMA busy_timeout = {left}"))?;
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
        }
        Db::Pg(pg) => {
            let begin = format!("BEGIN; SET LOCAL lock_timeout = {left}");
            AnsiTransactionManager::begin_transaction_sql(pg, &begin)
        }
    }
}

/// A panic in an earlier write left its transaction open: undoes that.
fn undo(db: &mut Db) {
    while Transactions::is_broken_transaction_manager(db) || depth(db) > 0 {
        if Transactions::rollback_transaction(db).is_err() {
            break;
        }
    }
    // SQLite ends a transaction by itself when its disk is full or fails, and Diesel then takes the connection for lost.
    if let Db::Sqlite(sqlite) = db
        && AnsiTransactionManager::is_broken_transaction_manager(sqlite)
    {
        let _ = sqlite.batch_execute("ROLLBACK");
        let _ = std::mem::take(AnsiTransactionManager::transaction_manager_status_mut(sqlite));
    }
}

fn depth(db: &mut Db) -> u32 {
    let status = match db {
        Db::Sqlite(sqlite) => AnsiTransactionManager::transaction_manager_status_mut(sqlite),
        Db::Pg(pg) => AnsiTransactionManager::transaction_manager_status_mut(pg),
    };
    status.transaction_depth().ok().flatten().map_or(0, NonZeroU32::get)
}

/// Longer each time, and never the same for two, so that those who clashed do not meet again.
fn pause(tried: u32) -> Duration {
    let longest = 10_u64 << tried.min(6);
    let lot = RandomState::new().hash_one(tried);
    Duration::from_millis(longest / 2 + lot % longest)
}
