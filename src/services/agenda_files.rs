//! The agenda from a file: first what of it would be new, another, the same or is not understood, then what is understood as one
//! change. What the file does not have stays.

use std::collections::HashSet;

use super::access::ChangeAccess;
use super::agenda::{MAX_BLOCKS, MAX_SESSIONS, frame, insert_block, store_block, store_session};
use super::attendance::Members;
use super::events::EditError;
use super::meetings::PlanChange;
use super::misfits::Whose;
use super::programme::find_block;
use super::revising::{Revised, Saved, revise};
use super::tx::{Tx, write_at};
use super::{Fault, calendars, news::News};
use crate::app::App;
use crate::documents::agenda_calendar::AgendaCalendar;
use crate::documents::agenda_list::{self, AgendaList, Column, Entry};
use crate::documents::participant_list::vocabulary::language_code;
use crate::domain::agenda_file::{Fate, Meant, Said};
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::UploadId;
use crate::domain::lang::Lang;
use crate::domain::misfit::Accepted;
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::store::{Db, StoreError, agenda, programme, uploads};

/// What a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaPlan {
    pub rows: Vec<AgendaRow>,
    /// Titles of columns that mean nothing here.
    pub unknown: Vec<String>,
}

/// What becomes of an entry of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaRow {
    /// The line of the file on which it begins, from 1.
    pub line: usize,
    /// As the file has them.
    pub title: String,
    pub start: String,
    pub fate: Fate,
}

impl AgendaPlan {
    /// How many rows have a fate, by its code.
    pub fn count(&self, code: &str) -> usize {
        self.rows.iter().filter(|row| row.fate.code() == code).count()
    }

    /// Names what it does, so that a button does nothing that its page did not say.
    pub fn fingerprint(&self) -> String {
        let told = |row: &AgendaRow| match &row.fate {
            // What is new has another id each time.
            Fate::New(_) => format!("{} new", row.line),
            fate => format!("{} {fate:?}", row.line),
        };
        text::fingerprint(&self.rows.iter().map(told).collect::<Vec<_>>().join("\n"))
    }
}

/// Keeps a file that can be read, for a day at most.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn keep(app: &App, access: &ChangeAccess, file_name: &str, bytes: &[u8]) -> Result<UploadId, EditError> {
    let event = access.event();
    agenda_list::read(bytes, event.time_zone).map_err(|message| Problems::one("file", message))?;
    let now = app.clock.now();
    let id: UploadId = app.random.id(now);
    let name: String = text::line(file_name).chars().take(text::NAME_MAX).collect();
    write_at(app, now, |tx| {
        uploads::insert(tx.db, &event.id, &id, &name, bytes, now)?;
        Ok(id.clone())
    })
}

/// What a kept file would do now.
pub fn plan(app: &App, access: &ChangeAccess, id: &UploadId) -> Result<AgendaPlan, EditError> {
    app.store.read(|db| {
        let event = access.event();
        let list = kept(db, event, id)?;
        let lists = programme::get(db, &event.id)?;
        Ok(plan_of(app, event, &lists, &list))
    })
}

fn kept(db: &mut Db, event: &Event, id: &UploadId) -> Result<AgendaList, EditError> {
    let (_, bytes) = uploads::get(db, &event.id, id)?;
    Ok(agenda_list::read(&bytes, event.time_zone).map_err(|message| Problems::one("file", message))?)
}

fn plan_of(app: &App, event: &Event, lists: &Programme, list: &AgendaList) -> AgendaPlan {
    let now = app.clock.now();
    let mut seen: HashSet<String> = HashSet::new();
    let row = |entry: &Entry| {
        let fate = match &entry.fault {
            Some(fault) => Fate::Faulty(Problems::one("title", fault.clone())),
            None => match said(entry) {
                Ok(said) => said.fate(&event.id, lists, &frame(event), app.random.id::<UploadId>(now).0),
                Err(problems) => Fate::Faulty(problems),
            },
        };
        // Twice the same entry is one.
        let fate = match key_of(&fate, entry) {
            Some(key) if !seen.insert(key.clone()) => {
                Fate::Faulty(Problems::one("title", Message::new("problem-agenda-twice")))
            }
            _ => fate,
        };
        AgendaRow {
            line: entry.line,
            title: entry.filled(Column::Title).map(text::line).unwrap_or_default(),
            start: entry.filled(Column::Start).map(text::line).unwrap_or_default(),
            fate,
        }
    };
    AgendaPlan { rows: list.entries.iter().map(row).collect(), unknown: list.unknown.clone() }
}

/// What an entry is about: one that is known by its id, one that is new by what it says.
fn key_of(fate: &Fate, entry: &Entry) -> Option<String> {
    match fate {
        Fate::Changed(Meant::Session(session), _) => Some(session.id.0.clone()),
        Fate::Changed(Meant::Block(block), _) => Some(block.id.0.clone()),
        Fate::New(_) => Some(format!("{:?}", entry.cells)),
        Fate::Same | Fate::Faulty(_) => None,
    }
}

/// What an entry says.
fn said(entry: &Entry) -> Result<Said, Problems> {
    let own = |column| entry.said(column).map(String::from);
    let texts = |column: Column| -> Vec<(Option<Lang>, String)> {
        let of = entry.cells.iter().filter(|(known, ..)| *known == column);
        of.map(|(_, lang, text)| (*lang, text.clone())).collect()
    };
    let language = match entry.filled(Column::Language) {
        None => own(Column::Language),
        Some(raw) => match language_code(raw) {
            Some(code) => Some(code.to_string()),
            None => {
                let message = Message::new("problem-language-unknown").with("language", raw);
                return Err(Problems::one("language", message));
            }
        },
    };
    Ok(Said {
        uid: own(Column::Uid).unwrap_or_default(),
        date: own(Column::Date),
        start: own(Column::Start),
        end: own(Column::End).filter(|end| !end.is_empty()),
        titles: texts(Column::Title),
        texts: texts(Column::Text),
        speakers: own(Column::Speakers),
        language,
        place: own(Column::Place),
        link: own(Column::Link),
        places: own(Column::Places),
        types: own(Column::Types),
        slot_minutes: own(Column::SlotMinutes).unwrap_or_default(),
        pause_minutes: own(Column::PauseMinutes).unwrap_or_default(),
        slot_count: own(Column::SlotCount).unwrap_or_default(),
    })
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    Done,
    /// The agenda has changed since: its plan is another one.
    Outdated,
}

/// Makes the change that a kept file means, if it is the one that was `seen`. New blocks have these `members`. Meetings that it
/// breaks have to be accepted.
///
/// # Errors
/// What cannot be stored; that meetings break.
pub fn apply(
    app: &App,
    access: &ChangeAccess,
    id: &UploadId,
    (seen, members): (&str, &Members),
    accepted: &Accepted,
) -> Result<Saved<Applied>, EditError> {
    let saved = revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let list = kept(tx.db, &event, id)?;
        let lists = programme::get(tx.db, &event.id)?;
        let plan = plan_of(app, &event, &lists, &list);
        if plan.fingerprint() != seen {
            return Ok(Revised::quiet(Applied::Outdated));
        }
        let mut revised = Revised::quiet(Applied::Done);
        for row in plan.rows {
            let (is_new, meant) = match row.fate {
                Fate::New(meant) => (true, meant),
                Fate::Changed(meant, _) => (false, meant),
                Fate::Same | Fate::Faulty(_) => continue,
            };
            let stored =
                store(tx, access, &event, (is_new, &meant), members).map_err(|error| at(error, row.line));
            let (plan, news) = stored?;
            revised.plan.moved.extend(plan.moved);
            revised.plan.because = revised.plan.because.or(plan.because);
            revised.news.extend(news);
        }
        Ok::<_, EditError>(revised)
    })?;
    if saved.value == Applied::Done {
        app.store.write(|db| uploads::delete(db, &access.event().id, id))?;
    }
    Ok(saved)
}

/// Problems of an entry are told with its line.
fn at(error: EditError, line: usize) -> EditError {
    match error {
        EditError::Invalid(problems) => {
            let mut told = Problems::new();
            for problem in problems.iter() {
                told.add(format!("line-{line}"), problem.message.clone());
            }
            EditError::Invalid(told)
        }
        other => other,
    }
}

fn store(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    event: &Event,
    (is_new, meant): (bool, &Meant),
    members: &Members,
) -> Result<(PlanChange, Option<News>), EditError> {
    let lists = programme::get(tx.db, &event.id)?;
    match (is_new, meant) {
        (true, Meant::Session(session)) => {
            check_room(lists.sessions.len(), MAX_SESSIONS, "problem-sessions-many")?;
            agenda::insert_session(tx.db, &event.id, session)?;
            access.note(tx, "session.added", session.id.as_str(), "")?;
        }
        (true, Meant::Block(block)) => {
            check_room(lists.blocks.len(), MAX_BLOCKS, "problem-blocks-many")?;
            insert_block(tx, access, event, (&lists, block), members)?;
        }
        (false, Meant::Session(session)) => {
            let before = lists.sessions.iter().find(|one| one.id == session.id);
            let before = before.ok_or(StoreError::NotFound)?;
            return Ok((PlanChange::default(), store_session(tx, access, event, (before, session))?));
        }
        (false, Meant::Block(block)) => {
            let before = find_block(&lists, &block.id)?;
            return Ok((store_block(tx, access, event, &lists, (before, block))?, None));
        }
    }
    Ok((PlanChange::default(), None))
}

fn check_room(there: usize, most: usize, key: &'static str) -> Result<(), EditError> {
    match there < most {
        true => Ok(()),
        false => Err(Problems::one("file", Message::new(key).with("most", most)).into()),
    }
}

/// The agenda as files have it: with how its entries are told from all others.
#[derive(Debug, Clone)]
pub struct Exported {
    pub lists: Programme,
    pub origin: CalendarOrigin,
}

/// What an agenda is written of.
pub fn exported(app: &App, event: &Event) -> Result<Exported, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &event.id)?;
        Ok(Exported { lists, origin: calendars::origin(app, db, &event.id)? })
    })
}

/// The agenda as a calendar file; links are for those who take part.
pub fn calendar(app: &App, event: &Event, lang: Lang, with_links: bool) -> Result<String, Fault> {
    let Exported { lists, origin } = exported(app, event)?;
    let (lists, origin, now) = (&lists, &origin, app.clock.now());
    Ok(AgendaCalendar { event, lists, origin, lang, with_links, now }.file())
}
