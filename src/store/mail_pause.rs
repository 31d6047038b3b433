//! Why no mail goes at the moment: one row, or none while mail flows.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, stored, utc};
use super::schema::mail_pause;
use super::{Db, StoreError};
use crate::domain::mail::{MailPause, PauseCause};

/// The only row.
const ROW: i32 = 1;

#[derive(HasQuery)]
#[diesel(table_name = mail_pause)]
struct PauseRow {
    cause: String,
    words: String,
    since: NaiveDateTime,
    next_probe: Option<NaiveDateTime>,
    probes: i32,
}

/// The pause, if there is one.
pub fn get(db: &mut Db) -> Result<Option<MailPause>, StoreError> {
    let row = PauseRow::query().find(ROW).first(db).optional()?;
    row.map(|row: PauseRow| {
        Ok(MailPause {
            cause: known("cause of a pause", &row.cause, PauseCause::parse(&row.cause))?,
            words: row.words,
            since: utc(row.since),
            next_probe: row.next_probe.map(utc),
            probes: count(row.probes),
        })
    })
    .transpose()
}

/// Begins a pause, or puts this one in the place of another.
pub fn set(db: &mut Db, pause: &MailPause) -> Result<(), StoreError> {
    let row = (
        mail_pause::cause.eq(pause.cause.code()),
        mail_pause::words.eq(&pause.words),
        mail_pause::since.eq(pause.since.naive_utc()),
        mail_pause::next_probe.eq(pause.next_probe.map(|at| at.naive_utc())),
        mail_pause::probes.eq(stored(pause.probes)),
    );
    if diesel::update(mail_pause::table.find(ROW)).set(row).execute(db)? == 0 {
        diesel::insert_into(mail_pause::table).values((mail_pause::id.eq(ROW), row)).execute(db)?;
    }
    Ok(())
}

/// Ends a pause for this cause; gives whether there was one.
pub fn clear(db: &mut Db, cause: PauseCause) -> Result<bool, StoreError> {
    let pause = mail_pause::table.filter(mail_pause::cause.eq(cause.code()));
    Ok(diesel::delete(pause).execute(db)? > 0)
}

/// Takes the probe that is due: of several who ask, one gets it, and the next comes at `next`.
pub fn take_probe(db: &mut Db, pause: &MailPause, next: DateTime<Utc>) -> Result<bool, StoreError> {
    let due = mail_pause::table
        .filter(mail_pause::cause.eq(pause.cause.code()))
        .filter(mail_pause::probes.eq(stored(pause.probes)))
        .filter(mail_pause::next_probe.is_not_null());
    let taken = (mail_pause::probes.eq(mail_pause::probes + 1), mail_pause::next_probe.eq(next.naive_utc()));
    Ok(diesel::update(due).set(taken).execute(db)? == 1)
}

/// Notes what the server said last.
pub fn note_words(db: &mut Db, words: &str) -> Result<(), StoreError> {
    let pause = mail_pause::table.filter(mail_pause::cause.eq(PauseCause::Server.code()));
    diesel::update(pause).set(mail_pause::words.eq(words)).execute(db)?;
    Ok(())
}

/// Lets the next probe go at a time.
pub fn probe_at(db: &mut Db, at: DateTime<Utc>) -> Result<(), StoreError> {
    let pause = mail_pause::table.filter(mail_pause::cause.eq(PauseCause::Server.code()));
    let probe = (mail_pause::next_probe.eq(at.naive_utc()), mail_pause::probes.eq(0));
    diesel::update(pause).set(probe).execute(db)?;
    Ok(())
}
