//! An event that is made like another one: with everything but its people, on its own days.

use chrono::{DateTime, Datelike, Duration, Utc};

use super::access::{AdminAccess, EventAccess};
use super::calendars;
use super::events::{EditError, input_of, slug_taken};
use super::tx::{Tx, write_at};
use crate::app::App;
use crate::domain::account::Role;
use crate::domain::agenda_change::Shift;
use crate::domain::event::Event;
use crate::domain::event_copy::{Target, copied};
use crate::domain::event_input::{EventInput, Kept, LocalisedInput, date};
use crate::domain::ids::EventId;
use crate::domain::picture::PictureKind;
use crate::domain::problems::Problems;
use crate::domain::registration_times::RegistrationTimes;
use crate::domain::round::RoundState;
use crate::store::{
    StoreError, accessibility, agenda, consent_texts, events, floor, interpreters, legal, nudges, pictures,
    programme, questions, rounds, second_factors, waiting_list,
};

/// The form for an event like another one: all of it but the days. A year in its name and address is the next one.
pub fn input_like(event: &Event) -> EventInput {
    let input = input_of(event);
    let year = event.starts_on.year();
    let (year, next) = (year.to_string(), (year + 1).to_string());
    let in_next = |text: &str| text.replace(&year, &next);
    let LocalisedInput { de, en, fr } = &input.name;
    let name = LocalisedInput { de: in_next(de), en: in_next(en), fr: in_next(fr) };
    let slug = in_next(&input.slug);
    EventInput {
        // Without a year in it the address is taken: another one is made of the name.
        slug: if slug == event.slug { String::new() } else { slug },
        name,
        starts_on: String::new(),
        ends_on: String::new(),
        changes_until: String::new(),
        registration_opens: String::new(),
        registration_closes: String::new(),
        ..input
    }
}

/// Makes an event like another one; only administrators may. It is a draft with the other's lists, agenda, texts, words in mails,
/// rules, pictures and team. Without a last day it is as long as the other.
pub fn create_like(
    app: &App,
    admin: &AdminAccess,
    like: &EventAccess,
    input: &EventInput,
) -> Result<Event, EditError> {
    let (now, source) = (app.clock.now(), like.event());
    let event = with_length(input, source).parse(Kept::draft(app.random.id(now)))?;
    let days = (event.starts_on - source.starts_on).num_days();
    let target = Target { shift: Shift { days, minutes: 0 }, zones: (source.time_zone, event.time_zone) };
    let (pictures, mail_words) = (source.pictures.clone(), source.mail_words.clone());
    let event = Event { pictures, mail_words, ..with_dates(event, source, target)? };
    write_at(app, now, |tx| {
        events::insert(tx.db, &event, &admin.account().id, now).map_err(slug_taken)?;
        calendars::begin(tx, &event.id)?;
        copy_lists(tx, &source.id, &event.id, target)?;
        copy_texts(tx, &source.id, &event)?;
        copy_rules(tx, &source.id, &event.id)?;
        copy_team(tx, &source.id, &event.id)?;
        admin.at(event.clone()).note(tx, "event.created", event.id.as_str(), &source.slug)?;
        Ok(event.clone())
    })
}

/// As long as the other, if no last day was typed.
fn with_length(input: &EventInput, source: &Event) -> EventInput {
    match date(&input.starts_on) {
        Ok(first) if input.ends_on.trim().is_empty() => {
            let last = first + (source.ends_on - source.starts_on);
            EventInput { ends_on: last.to_string(), ..input.clone() }
        }
        _ => input.clone(),
    }
}

/// The times of registration and of changes, as far from the event as the other's.
fn with_dates(event: Event, source: &Event, target: Target) -> Result<Event, Problems> {
    let moved = |at: Option<DateTime<Utc>>| at.map(|at| target.shift.between(at, target.zones)).transpose();
    let times = source.registration;
    let opens_at = moved(times.opens_at).map_err(|skipped| Problems::one("starts_on", skipped))?;
    let closes_at = moved(times.closes_at).map_err(|skipped| Problems::one("starts_on", skipped))?;
    let days = Duration::days(target.shift.days);
    Ok(Event {
        registration: RegistrationTimes { opens_at, closes_at },
        changes_until: source.changes_until.map(|last| last + days),
        ..event
    })
}

/// Participant types with their matrix, topics, questions, agenda.
fn copy_lists(tx: &mut Tx<'_>, from: &EventId, to: &EventId, target: Target) -> Result<(), EditError> {
    let (app, now) = (tx.app, tx.now);
    let lists = copied(&programme::get(tx.db, from)?, target, || app.random.id::<String>(now))
        .map_err(|skipped| Problems::one("starts_on", skipped))?;
    for (position, kind) in (0..).zip(&lists.types) {
        programme::insert_type(tx.db, to, kind, position)?;
    }
    programme::replace_type_rules(tx.db, to, &lists.type_rules)?;
    for (position, topic) in (0..).zip(&lists.topics) {
        programme::insert_topic(tx.db, to, topic, position)?;
    }
    for (position, question) in lists.questions.iter().enumerate() {
        questions::insert(tx.db, to, question, position)?;
    }
    for session in &lists.sessions {
        agenda::insert_session(tx.db, to, session)?;
    }
    for block in &lists.blocks {
        let own = lists.slots.iter().filter(|slot| slot.block == block.id);
        agenda::insert_block(tx.db, to, block, &own.map(|slot| slot.id.clone()).collect::<Vec<_>>())?;
    }
    interpreters::put_rule(tx.db, to, lists.interpreting.rule)?;
    for table in &lists.floor.tables {
        floor::put_table(tx.db, to, table)?;
    }
    Ok(())
}

/// Pictures, what the law asks to be said, what is asked for beside the registration, the statement of accessibility.
fn copy_texts(tx: &mut Tx<'_>, from: &EventId, to: &Event) -> Result<(), StoreError> {
    for kind in PictureKind::ALL {
        if to.pictures.get(kind).is_some() {
            let (format, content) = pictures::get(tx.db, from, kind)?;
            pictures::put(tx.db, &to.id, kind, format, &content)?;
        }
    }
    let notice = legal::get(tx.db, Some(from))?;
    legal::set(tx.db, Some(&to.id), &notice, tx.now)?;
    for text in consent_texts::list(tx.db, from)? {
        consent_texts::insert(tx.db, &to.id, &text)?;
    }
    let statement = accessibility::get(tx.db, from)?;
    accessibility::set(tx.db, &to.id, &statement)
}

/// How the waiting list moves up, when people are reminded of what they have not said, whether the team needs a second factor, with which settings the first round begins.
fn copy_rules(tx: &mut Tx<'_>, from: &EventId, to: &EventId) -> Result<(), StoreError> {
    let rule = waiting_list::rule(tx.db, from)?;
    waiting_list::put_rule(tx.db, to, rule)?;
    let days = nudges::list(tx.db, from)?;
    nudges::replace(tx.db, to, &days)?;
    let is_required = second_factors::is_required_at(tx.db, from)?;
    second_factors::require_at(tx.db, to, is_required)?;
    let all = rounds::list(tx.db, from)?;
    let published = all.iter().find(|round| round.state == RoundState::Published);
    let settings = match published.or(all.first()) {
        Some(round) => Some(round.settings.clone()),
        None => rounds::first_settings(tx.db, from)?,
    };
    settings.map_or(Ok(()), |settings| rounds::put_first_settings(tx.db, to, &settings))
}

/// Everyone who runs the other event; whoever makes this one owns it already.
fn copy_team(tx: &mut Tx<'_>, from: &EventId, to: &EventId) -> Result<(), StoreError> {
    for (account, role) in events::list_roles(tx.db, from)? {
        let is_owner = events::role_of(tx.db, to, &account)? == Some(Role::Owner);
        if !is_owner {
            events::set_role(tx.db, to, &account, role)?;
        }
    }
    Ok(())
}
