//! Changes of plans that wait to be told, and when somebody was told last.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{from_json, insert_all, to_json, utc};
use super::schema::plan_news;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::plan_news::PlanNews;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = plan_news)]
struct NewsRow {
    participant_id: String,
    event_id: String,
    since: NaiveDateTime,
    due_at: NaiveDateTime,
    known: String,
    mails: String,
    because: String,
    told_before: Option<NaiveDateTime>,
}

impl NewsRow {
    fn from_news(news: &PlanNews) -> Result<NewsRow, StoreError> {
        Ok(NewsRow {
            participant_id: news.participant.0.clone(),
            event_id: news.event.0.clone(),
            since: news.since.naive_utc(),
            due_at: news.due_at.naive_utc(),
            known: to_json("known plan", &news.known)?,
            mails: to_json("waiting mails", &news.mails)?,
            because: to_json("reason of a change", &news.because)?,
            told_before: news.told_before.map(|at| at.naive_utc()),
        })
    }

    fn into_news(self) -> Result<PlanNews, StoreError> {
        Ok(PlanNews {
            since: utc(self.since),
            due_at: utc(self.due_at),
            known: from_json("known plan", &self.known)?,
            mails: from_json("waiting mails", &self.mails)?,
            because: from_json("reason of a change", &self.because)?,
            told_before: self.told_before.map(utc),
            participant: ParticipantId(self.participant_id),
            event: EventId(self.event_id),
        })
    }
}

/// What waits to be told to somebody, or was told last.
pub fn find(db: &mut Db, who: &ParticipantId) -> Result<Option<PlanNews>, StoreError> {
    let row: Option<NewsRow> = NewsRow::query().find(who.as_str()).first(db).optional()?;
    row.map(NewsRow::into_news).transpose()
}

/// What waits to be told at an event, or was told last, by whom it is told.
pub fn list(db: &mut Db, event: &EventId) -> Result<HashMap<ParticipantId, PlanNews>, StoreError> {
    let rows: Vec<NewsRow> = NewsRow::query().filter(plan_news::event_id.eq(event.as_str())).load(db)?;
    let news = rows.into_iter().map(NewsRow::into_news);
    news.map(|news| news.map(|news| (news.participant.clone(), news))).collect()
}

/// Forgets what waited for these people, and stores what waits now.
pub fn replace(db: &mut Db, of: &[&ParticipantId], news: &[PlanNews]) -> Result<(), StoreError> {
    for some in of.chunks(5_000) {
        let ids: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        diesel::delete(plan_news::table.filter(plan_news::participant_id.eq_any(ids))).execute(db)?;
    }
    let rows = news.iter().map(NewsRow::from_news).collect::<Result<Vec<_>, StoreError>>()?;
    insert_all!(db, plan_news::table, rows);
    Ok(())
}

/// Forgets what was told before a time; how much there was.
pub fn delete_told(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(plan_news::table.filter(plan_news::due_at.lt(before.naive_utc()))).execute(db)?)
}
