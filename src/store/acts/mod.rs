//! What organisers did, kept for a day with the rows as they were before: [`doing`] says that what a thread writes is an act,
//! `journal.rs` notes the rows, `undoing.rs` puts them back with the statements of
//! `shapes.rs`.
//!
//! Invariant: an act is open only inside the transactions that do it; nobody else's writes are noted as its own.

mod journal;
mod shapes;
mod undoing;

use std::cell::RefCell;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::rows::{from_json, utc};
use super::schema::{act_rows, acts, outbox};
use super::{Db, StoreError};
use crate::domain::act::{Act, Done};
use crate::domain::ids::{AccountId, ActId, EventId, ParticipantId};
use crate::domain::mail::MailState;
use crate::store::outbox::BATCHED;

pub use journal::{NOT_UNDONE, UNDONE};
pub(super) use journal::{unwatch, watch};
pub use undoing::{Hindrance, Noted, UndoError, noted, undo};

thread_local! {
    static CURRENT: RefCell<Option<Act>> = const { RefCell::new(None) };
}

/// Does some work on this thread that is an act: what it writes can be undone, and its mails wait.
pub fn doing<T>(act: Option<Act>, work: impl FnOnce() -> T) -> T {
    let _before = Before(CURRENT.replace(act));
    work()
}

/// Gives the thread back what it did, also when the work panics: it works for others afterwards.
struct Before(Option<Act>);

impl Drop for Before {
    fn drop(&mut self) {
        CURRENT.replace(self.0.take());
    }
}

/// The act that a mail reports which is put into the outbox now, and when such a mail may go.
pub(super) fn of_mail() -> Option<(ActId, DateTime<Utc>)> {
    CURRENT.with_borrow(|act| act.as_ref().map(|act| (act.id.clone(), act.done_at + act.mails_wait)))
}

/// The steps of a write, whose rows are noted if it is of an act.
pub(super) fn noting<T, E: From<StoreError>>(
    db: &mut Db,
    steps: impl Fn(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    let Some(act) = CURRENT.with_borrow(Clone::clone) else { return steps(db) };
    open(db, &act)?;
    let value = steps(db)?;
    close(db, &act.id)?;
    Ok(value)
}

/// From here to [`close`] rows are noted.
fn open(db: &mut Db, act: &Act) -> Result<(), StoreError> {
    let row = (
        acts::id.eq(act.id.as_str()),
        acts::event_id.eq(act.event.as_str()),
        acts::account_id.eq(act.account.as_str()),
        acts::done_at.eq(act.done_at.naive_utc()),
        acts::is_open.eq(true),
        acts::mails.eq(0),
    );
    // A use case may write more than once.
    let known = diesel::update(acts::table.find(act.id.as_str())).set(acts::is_open.eq(true)).execute(db)?;
    if known == 0 {
        diesel::insert_into(acts::table).values(row).execute(db)?;
    }
    name_open(db, act.id.as_str())
}

/// Ends what [`open`] began; of an act that changed nothing nothing is kept.
fn close(db: &mut Db, id: &ActId) -> Result<(), StoreError> {
    name_open(db, "")?;
    let mails: i64 = outbox::table.filter(outbox::act_id.eq(id.as_str())).count().get_result(db)?;
    let mails = i32::try_from(mails).unwrap_or(i32::MAX);
    // An entry of the log alone is nothing to be undone.
    let noted = act_rows::table
        .filter(act_rows::act_id.eq(id.as_str()))
        .filter(act_rows::table_name.ne("log"))
        .count()
        .get_result::<i64>(db)?;
    match noted + i64::from(mails) {
        0 => diesel::delete(acts::table.find(id.as_str())).execute(db)?,
        _ => diesel::update(acts::table.find(id.as_str()))
            .set((acts::is_open.eq(false), acts::mails.eq(mails)))
            .execute(db)?,
    };
    Ok(())
}

/// Tells the triggers of Postgres which act is open in this transaction; those of SQLite look for it.
fn name_open(db: &mut Db, id: &str) -> Result<(), StoreError> {
    if let Db::Pg(pg) = db {
        sql_query("SELECT set_config('rendezvous.act', $1, true)").bind::<Text, _>(id).execute(pg)?;
    }
    Ok(())
}

#[derive(HasQuery)]
#[diesel(table_name = acts)]
struct ActRow {
    id: String,
    account_id: String,
    done_at: NaiveDateTime,
    mails: i32,
}

/// What an organiser has done of late at an event, the newest first.
pub fn list(
    db: &mut Db,
    event: &EventId,
    by: Option<&AccountId>,
    since: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Done>, StoreError> {
    let mut query = ActRow::query()
        .filter(acts::event_id.eq(event.as_str()))
        .filter(acts::done_at.ge(since.naive_utc()))
        .order((acts::done_at.desc(), acts::id.desc()))
        .limit(most)
        .into_boxed();
    if let Some(account) = by {
        query = query.filter(acts::account_id.eq(account.as_str()));
    }
    let rows: Vec<ActRow> = query.load(db)?;
    rows.into_iter().map(|row| told(db, row)).collect()
}

/// An entry of the log, as a row that was noted.
#[derive(serde::Deserialize)]
struct Entry {
    action: String,
    subject_id: String,
}

/// States of mails that are to go.
const TO_GO: [&str; 2] = [MailState::Waiting.code(), BATCHED];
/// States of mails that have not gone: those of a blocked address or of an event that is not public stay.
const NOT_GONE: [&str; 4] =
    [MailState::Waiting.code(), BATCHED, MailState::Failed.code(), MailState::Held.code()];

/// The mails of an act that nobody has begun to send.
#[diesel::dsl::auto_type]
fn unsent_of<'a>(id: &'a str) -> _ {
    let states: [&'static str; 4] = NOT_GONE;
    outbox::table
        .filter(outbox::act_id.eq(id))
        .filter(outbox::state.eq_any(states))
        .filter(outbox::attempts.eq(0_i32))
        .filter(outbox::claimed_until.is_null())
}

/// An act with what is to be said of it.
fn told(db: &mut Db, row: ActRow) -> Result<Done, StoreError> {
    let entries = act_rows::table.filter(act_rows::act_id.eq(&row.id)).filter(act_rows::table_name.eq("log"));
    let count: i64 = entries.count().get_result(db)?;
    let first: Option<Option<String>> =
        entries.order(act_rows::number).select(act_rows::new).first(db).optional()?;
    let first: Option<Entry> =
        first.flatten().map(|text| from_json("an entry of the log", &text)).transpose()?;
    let waiting = unsent_of(&row.id).filter(outbox::state.eq_any(TO_GO));
    let (waiting, until): (i64, Option<NaiveDateTime>) =
        waiting.select((diesel::dsl::count_star(), diesel::dsl::min(outbox::due_at))).first(db)?;
    let unsent: i64 = unsent_of(&row.id).count().get_result(db)?;
    Ok(Done {
        id: ActId(row.id),
        account: AccountId(row.account_id),
        done_at: utc(row.done_at),
        entries: usize::try_from(count).unwrap_or_default(),
        action: first.as_ref().map(|entry| entry.action.clone()),
        subject: first.map(|entry| entry.subject_id),
        mails_unsent: usize::try_from(unsent).unwrap_or_default(),
        mails_waiting: usize::try_from(waiting).unwrap_or_default(),
        mails_go_at: until.map(utc),
        mails: usize::try_from(row.mails).unwrap_or_default(),
    })
}

/// Lets the mails of an act go that wait; how many they are.
pub fn let_mails_go(
    db: &mut Db,
    event: &EventId,
    id: &ActId,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let waiting = outbox::table
        .filter(outbox::act_id.eq(id.as_str()))
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::state.eq_any(TO_GO))
        .filter(outbox::due_at.gt(now.naive_utc()));
    Ok(diesel::update(waiting).set(outbox::due_at.eq(now.naive_utc())).execute(db)?)
}

/// Forgets what can no longer be undone.
pub fn forget_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(acts::table.filter(acts::done_at.lt(before.naive_utc()))).execute(db)?)
}

/// Forgets all that was done at an event.
pub fn forget_of_event(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::delete(acts::table.filter(acts::event_id.eq(event.as_str()))).execute(db)?;
    Ok(())
}

/// Forgets the acts of an event whose rows may tell of somebody: by their id, by one of these texts, or in a mail.
pub fn forget_person(
    db: &mut Db,
    event: &EventId,
    who: &ParticipantId,
    told: &[String],
) -> Result<(), StoreError> {
    for text in told.iter().map(String::as_str).chain([who.as_str()]) {
        let like = format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let told = act_rows::old.like(&like).escape('\\').or(act_rows::new.like(&like).escape('\\'));
        let theirs = act_rows::table
            .inner_join(acts::table)
            .filter(acts::event_id.eq(event.as_str()))
            .filter(told.assume_not_null().or(act_rows::table_name.eq("outbox")))
            .select(act_rows::act_id)
            .distinct();
        let ids: Vec<String> = theirs.load(db)?;
        diesel::delete(acts::table.filter(acts::id.eq_any(ids))).execute(db)?;
    }
    Ok(())
}

/// How long an act can be undone.
pub const KEPT: Duration = Duration::hours(24);
