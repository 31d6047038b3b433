//! Domains from which so many mails come back at once that no address is to blame.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{count, stored, utc};
use super::schema::domain_alarms;
use super::{Db, StoreError};

/// What comes back from one domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainAlarm {
    pub domain: String,
    pub since: DateTime<Utc>,
    /// When the latest mail came back.
    pub last_at: DateTime<Utc>,
    /// From how many addresses.
    pub addresses: u32,
    /// What the server said of the latest mail, without addresses.
    pub reason: String,
}

#[derive(HasQuery)]
#[diesel(table_name = domain_alarms)]
struct AlarmRow {
    domain: String,
    since: NaiveDateTime,
    last_at: NaiveDateTime,
    addresses: i32,
    reason: String,
}

impl AlarmRow {
    fn into_alarm(self) -> DomainAlarm {
        DomainAlarm {
            domain: self.domain,
            since: utc(self.since),
            last_at: utc(self.last_at),
            addresses: count(self.addresses),
            reason: self.reason,
        }
    }
}

/// The alarm about a domain, if there is one.
pub fn find(db: &mut Db, domain: &str) -> Result<Option<DomainAlarm>, StoreError> {
    let row = AlarmRow::query().filter(domain_alarms::domain.eq(domain)).first(db).optional()?;
    Ok(row.map(AlarmRow::into_alarm))
}

/// The alarms whose latest mail came back after a time, the latest first.
pub fn list(db: &mut Db, after: DateTime<Utc>) -> Result<Vec<DomainAlarm>, StoreError> {
    let rows: Vec<AlarmRow> = AlarmRow::query()
        .filter(domain_alarms::last_at.gt(after.naive_utc()))
        .order((domain_alarms::last_at.desc(), domain_alarms::domain))
        .load(db)?;
    Ok(rows.into_iter().map(AlarmRow::into_alarm).collect())
}

/// Keeps an alarm in the place of one about the same domain.
pub fn put(db: &mut Db, alarm: &DomainAlarm) -> Result<(), StoreError> {
    let values = (
        domain_alarms::since.eq(alarm.since.naive_utc()),
        domain_alarms::last_at.eq(alarm.last_at.naive_utc()),
        domain_alarms::addresses.eq(stored(alarm.addresses)),
        domain_alarms::reason.eq(&alarm.reason),
    );
    if diesel::update(domain_alarms::table.find(&alarm.domain)).set(values).execute(db)? == 0 {
        diesel::insert_into(domain_alarms::table)
            .values((domain_alarms::domain.eq(&alarm.domain), values))
            .execute(db)?;
    }
    Ok(())
}

/// Forgets alarms whose latest mail came back before a time.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = domain_alarms::table.filter(domain_alarms::last_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}

/// Forgets the alarm about a domain.
pub fn delete(db: &mut Db, domain: &str) -> Result<(), StoreError> {
    diesel::delete(domain_alarms::table.find(domain)).execute(db)?;
    Ok(())
}
