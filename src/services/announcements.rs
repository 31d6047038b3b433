//! Announcing deletions: organisers are told by mail and on their pages, and nothing is deleted by date before that is 14
//! days old.
//!
//! Invariant: what [`may_delete`] does not allow is not deleted by date. One announcement of a kind is open at a time; it is
//! withdrawn as soon as the day is far ahead again.

use std::collections::HashMap;

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use super::Fault;
use super::log::note_by_system;
use super::post::post;
use super::trusted_time::trusted;
use super::tx::{Tx, write_at};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::deletion::{
    Announcement, NOTICE_DAYS, Postponement, announced_day, expected_day, is_time_to_announce, latest_today,
};
use crate::domain::event::Event;
use crate::domain::ids::QuestionId;
use crate::domain::lang::Localised;
use crate::domain::question::Question;
use crate::mail::messages::{self, ComingDeletion, DeletionMail};
use crate::store::{Db, StoreError, accounts, announcements, deactivated_accounts, events, questions};

/// A deletion that comes by itself.
struct Due {
    /// The question whose answers go; none for everything that tells of persons.
    question: Option<Question>,
    on: NaiveDate,
    /// How many people, or answers, there are now.
    count: i64,
}

/// What is to be told.
struct News {
    announce: Vec<Due>,
    withdraw: Vec<Announcement>,
}

impl News {
    fn is_empty(&self) -> bool {
        self.announce.is_empty() && self.withdraw.is_empty()
    }
}

/// Announces what is deleted in 14 days, and withdraws what is not any more. Gives at how many events.
pub fn announce_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let Some(time) = app.store.read(|db| trusted(db, now))? else { return Ok(0) };
    let latest = latest_today(time) + Days::new(NOTICE_DAYS.into());
    let ending = app.store.read(|db| events::list_unshredded(db, latest))?;
    let mut n = 0;
    for event in ending {
        if app.store.read(|db| news(db, &event, time))?.is_empty() {
            continue;
        }
        n += 1;
        write_at(app, now, |tx| {
            // Another server may have been here first, and the dates may have changed.
            let event = events::lock(tx.db, &event.id)?;
            tell(tx, &event, time)
        })?;
    }
    Ok(n)
}

/// Withdraws what a change of the event's dates has put off; what has come near is announced by [`announce_due`].
pub(super) fn withdraw_undue(tx: &mut Tx<'_>, event: &Event) -> Result<(), Fault> {
    let Some(time) = trusted(tx.db, tx.now)? else { return Ok(()) };
    let undue = news(tx.db, event, time)?.withdraw;
    withdraw(tx, event, &undue)
}

/// Gives an event whose persons were deleted and that is held again a deletion of its own, which is announced anew.
pub(super) fn begin_anew(tx: &mut Tx<'_>, event: Event) -> Result<Event, Fault> {
    let today = tx.now.with_timezone(&event.time_zone).date_naive();
    if event.shredded_at.is_none() || event.shreds_on() <= today {
        return Ok(event);
    }
    // They were carried out; that they were made stands in the log.
    announcements::delete_open(tx.db, &event.id)?;
    Ok(Event { shredded_at: None, ..event })
}

/// Whether what is due on a day may be deleted by now: everything that tells of an event's persons, or the answers to a
/// question.
pub(super) fn may_delete(
    db: &mut Db,
    event: &Event,
    question: Option<&QuestionId>,
    due: NaiveDate,
    time: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let open = announcements::find_open(db, &event.id, question)?;
    Ok(open.is_some_and(|one| one.lets_delete(due, time, event.time_zone)))
}

/// The day from which on everything that tells of an event's persons goes, if that was announced.
pub(super) fn everything_due(db: &mut Db, event: &Event) -> Result<NaiveDate, StoreError> {
    let postponed = announcements::find_postponed(db, &event.id)?;
    Ok(event.shreds_on().max(postponed.map_or(NaiveDate::MIN, |postponed| postponed.to)))
}

/// When an event's personal data is deleted, and what its organisers were told.
#[derive(Debug, Clone)]
pub struct DeletionView {
    /// The day on which everything that tells of persons goes, as far as is known today.
    pub day: NaiveDate,
    /// How many people have a name.
    pub people: i64,
    /// What is announced of it.
    pub announced: Option<Announcement>,
    pub postponed: Option<Postponement>,
    /// What was withdrawn last and is worth telling still.
    pub withdrawn: Option<Announcement>,
    /// Announced answers to questions: what the question says, how many there are, and the day.
    pub answers: Vec<(Localised, i64, NaiveDate)>,
}

/// When personal data of an event is deleted.
pub(super) fn view(db: &mut Db, event: &Event, now: DateTime<Utc>) -> Result<DeletionView, StoreError> {
    let today = now.with_timezone(&event.time_zone).date_naive();
    let open = announcements::list_open(db, &event.id)?;
    let (answered, announced): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| one.question.is_some());
    let announced = announced.into_iter().next();
    let recent = now - Duration::days(NOTICE_DAYS.into());
    let withdrawn = announcements::find_withdrawn(db, &event.id)?;
    Ok(DeletionView {
        day: expected_day(everything_due(db, event)?, announced.as_ref(), today),
        postponed: announcements::find_postponed(db, &event.id)?,
        people: announcements::count_people(db, &event.id)?,
        withdrawn: withdrawn
            .filter(|one| announced.is_none() && one.withdrawn_at.is_some_and(|at| at > recent)),
        announced,
        answers: announced_answers(db, event, &answered, today)?,
    })
}

/// When the answers to questions with a life of their own are deleted, as far as is known today.
pub(super) fn days_of_answers(
    db: &mut Db,
    event: &Event,
    asked: &[Question],
    now: DateTime<Utc>,
) -> Result<HashMap<QuestionId, NaiveDate>, StoreError> {
    let today = now.with_timezone(&event.time_zone).date_naive();
    let open = announcements::list_open(db, &event.id)?;
    let day = |question: &Question| {
        let announced = open.iter().find(|one| one.question.as_ref() == Some(&question.id));
        Some((question.id.clone(), expected_day(question.ends_on(event)?, announced, today)))
    };
    Ok(asked.iter().filter_map(day).collect())
}

fn announced_answers(
    db: &mut Db,
    event: &Event,
    announced: &[Announcement],
    today: NaiveDate,
) -> Result<Vec<(Localised, i64, NaiveDate)>, StoreError> {
    if announced.is_empty() {
        return Ok(Vec::new());
    }
    let mut answers = Vec::new();
    for question in questions::list(db, &event.id)? {
        let open = announced.iter().find(|one| one.question.as_ref() == Some(&question.id));
        let Some((open, due)) = open.zip(question.ends_on(event)) else { continue };
        let day = expected_day(due, Some(open), today);
        let count = announcements::count_answers(db, &question.id)?;
        if count > 0 || day >= today {
            answers.push((question.label, count, day));
        }
    }
    Ok(answers)
}

/// The events of an account at which a deletion is announced: which event, whether all personal data goes, and the day.
pub fn list_announced(app: &App, account: &Account) -> Result<Vec<(Event, bool, NaiveDate)>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let mut found = Vec::new();
        for id in announcements::list_events(db)? {
            let role = events::role_of(db, &id, &account.id)?;
            if !account.is_admin && role.is_none_or(|role| !role.covers(Role::Viewer)) {
                continue;
            }
            let event = events::get(db, &id)?;
            let seen = view(db, &event, now)?;
            let answers = seen.answers.iter().map(|(_, _, day)| *day).min();
            match (seen.announced, answers) {
                (Some(_), _) => found.push((event, true, seen.day)),
                (None, Some(day)) => found.push((event, false, day)),
                (None, None) => {}
            }
        }
        found.sort_by_key(|(_, _, day)| *day);
        Ok(found)
    })
}

/// What is to be told of an event at a time.
fn news(db: &mut Db, event: &Event, time: DateTime<Utc>) -> Result<News, StoreError> {
    let today = time.with_timezone(&event.time_zone).date_naive();
    let mut open = announcements::list_open(db, &event.id)?;
    let asked = questions::list(db, &event.id)?;
    let mut announce = Vec::new();
    let everything = everything_due(db, event)?;
    for (question, on) in deletions(event, &asked, everything) {
        if !is_time_to_announce(on, today) {
            continue;
        }
        let id = question.map(|question| &question.id);
        if let Some(at) = open.iter().position(|one| one.question.as_ref() == id) {
            open.swap_remove(at);
            continue;
        }
        let count = match id {
            None => announcements::count_people(db, &event.id)?,
            Some(id) => announcements::count_answers(db, id)?,
        };
        // Answers that may still come have to be announced in time; an event without people has nothing to delete.
        let still_asked = question.is_some_and(|one| one.closed_at.is_none())
            && event.state.is_public()
            && today <= event.ends_on;
        if count > 0 || still_asked {
            announce.push(Due { question: question.cloned(), on, count });
        }
    }
    Ok(News { announce, withdraw: open })
}

/// What goes by itself at an event, and when: everything, and answers that are kept for a shorter time.
fn deletions<'a>(
    event: &Event,
    asked: &'a [Question],
    everything: NaiveDate,
) -> Vec<(Option<&'a Question>, NaiveDate)> {
    let answers = asked.iter().filter_map(|one| Some((Some(one), one.ends_on(event)?)));
    let earlier = answers.filter(|(_, on)| *on < everything);
    std::iter::once((None, everything)).chain(earlier).collect()
}

fn tell(tx: &mut Tx<'_>, event: &Event, time: DateTime<Utc>) -> Result<(), Fault> {
    if event.shredded_at.is_some() {
        return Ok(());
    }
    let news = news(tx.db, event, time)?;
    withdraw(tx, event, &news.withdraw)?;
    let mut coming = Vec::new();
    for due in news.announce {
        let announcement = Announcement {
            id: tx.app.random.id(tx.now),
            event: event.id.clone(),
            question: due.question.as_ref().map(|question| question.id.clone()),
            announced_at: time,
            due_on: announced_day(due.on, time, event.time_zone),
            withdrawn_at: None,
        };
        announcements::insert(tx.db, &announcement)?;
        let day = announcement.due_on.to_string();
        note_by_system(tx, &event.id, "deletion.announced", event.id.as_str(), &day)?;
        let label = due.question.map(|question| question.label);
        coming.push(ComingDeletion { question: label, count: due.count, day: announcement.due_on });
    }
    if coming.is_empty() { Ok(()) } else { mail_organisers(tx, event, &coming) }
}

fn mail_organisers(tx: &mut Tx<'_>, event: &Event, coming: &[ComingDeletion]) -> Result<(), Fault> {
    let link = tx.app.config.base_url.join(&format!("/organiser/events/{}/deletion", event.slug));
    let postponed = announcements::find_postponed(tx.db, &event.id)?;
    let team = events::list_roles(tx.db, &event.id)?;
    for (id, _) in team.iter().filter(|(_, role)| role.covers(Role::Organiser)) {
        if deactivated_accounts::contains(tx.db, id)? {
            continue;
        }
        let account = accounts::get(tx.db, id)?;
        let told =
            DeletionMail { event, account: &account, link: &link, coming, postponed: postponed.as_ref() };
        post(tx, |context| messages::deletion_announced(context, &told))?;
    }
    Ok(())
}

fn withdraw(tx: &mut Tx<'_>, event: &Event, announced: &[Announcement]) -> Result<(), Fault> {
    for one in announced {
        announcements::withdraw(tx.db, &one.id, tx.now)?;
        note_by_system(tx, &event.id, "deletion.withdrawn", event.id.as_str(), &one.due_on.to_string())?;
    }
    Ok(())
}
