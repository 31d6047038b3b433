//! The tables of an event and who stays at one of them, as an organiser sets them up: one by one, or from a list.

use std::collections::BTreeMap;

use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::meanwhile::Form;
use super::misfits::Whose;
use super::revising::{Revised, Saved, revise};
use super::{Fault, tx::Tx};
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::floor::{Booth, Table};
use crate::domain::floor_input::{BoothInput, Line, TableInput, all_faults, read_list};
use crate::domain::ids::ParticipantId;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::store::{StoreError, calendar_origins, floor, participants, programme};

/// The lists of an event, and those who stay at a table.
#[derive(Debug, Clone)]
pub struct FloorView {
    pub lists: Programme,
    pub exhibitors: BTreeMap<ParticipantId, Participant>,
}

/// What is said of an event's tables.
pub fn view(app: &App, access: &EventAccess) -> Result<FloorView, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let ids: Vec<&ParticipantId> = lists.floor.booths.iter().map(|booth| &booth.who).collect();
        let people = participants::list_by_ids(db, &ids)?;
        Ok(FloorView { lists, exhibitors: people.into_iter().map(|one| (one.id.clone(), one)).collect() })
    })
}

/// What a participant of the event is called.
pub fn name_of(app: &App, access: &EventAccess, who: &ParticipantId) -> Result<String, Fault> {
    app.store.read(|db| {
        let person = participants::get(db, who)?;
        let is_here = person.event == access.event().id;
        is_here.then(|| person.profile.person.shown()).ok_or_else(|| StoreError::NotFound.into())
    })
}

/// The last table of an event.
///
/// # Errors
/// Of an event without tables, where nothing can be said of one.
fn last(event: &Event) -> Result<u32, EditError> {
    let none = || Problems::one("table", Message::new("problem-no-tables"));
    Ok(event.tables().ok_or_else(none)?)
}

/// Changes what is said of a table.
pub fn put_table(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    typed: &Typed<TableInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let (action, subject) = ("table.changed", number.to_string());
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        if number == 0 || number > last(&event)? {
            return Err(StoreError::NotFound.into());
        }
        let lists = programme::get(tx.db, &event.id)?;
        let stored = TableInput::of(&lists.floor.table(number).cloned().unwrap_or_default());
        let form = Form::of(access, action, &subject);
        let input: TableInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        floor::put_table(tx.db, &event.id, &input.parse(number, &lists)?)?;
        calendar_origins::raise(tx.db, &event.id)?;
        access.note(tx, action, &subject, "")?;
        Ok(Revised::quiet(()))
    })
}

/// Gives somebody a booth, another one, or none.
pub fn put_booth(
    app: &App,
    access: &ChangeAccess,
    who: &ParticipantId,
    typed: &Typed<BoothInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let action = "booth.changed";
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let person = participants::get(tx.db, who)?;
        if person.event != event.id {
            return Err(StoreError::NotFound.into());
        }
        let lists = programme::get(tx.db, &event.id)?;
        let stored = BoothInput::of(lists.floor.booth(who));
        let form = Form::of(access, action, who.as_str());
        let input: BoothInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        match input.parse(who, &lists.slots, last(&event)?)? {
            Some(booth) => floor::put_booth(tx.db, &event.id, &booth)?,
            None => floor::forget_booths(tx.db, &[who.as_str()])?,
        }
        access.note(tx, action, who.as_str(), "")?;
        Ok(Revised::quiet(()))
    })
}

/// Takes over a list of tables: what a line says of a table is so from now on, and whoever it names stays there; all other
/// tables and people stay as they are. Gives how many lines it has.
///
/// # Errors
/// Lines that are not understood, or that name nobody of the event; then nothing is changed.
pub fn put_list(
    app: &App,
    access: &ChangeAccess,
    list: &str,
    accepted: &Accepted,
) -> Result<Saved<usize>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let lines = read_list(list, &lists.types, last(&event)?)?;
        let mut faults = Vec::new();
        for line in &lines {
            let unknown = put_line(tx, &event, &lists, line)?;
            let nobody =
                |text| Message::new("problem-list-nobody").with("line", line.line).with("text", text);
            faults.extend(unknown.into_iter().map(nobody));
        }
        if let Some(problems) = all_faults(faults) {
            return Err(problems.into());
        }
        calendar_origins::raise(tx.db, &event.id)?;
        access.note(tx, "tables.listed", event.id.as_str(), &lines.len().to_string())?;
        Ok(Revised::quiet(lines.len()))
    })
}

/// Stores a line of a list; the addresses are given back that nobody of the event has.
fn put_line(
    tx: &mut Tx<'_>,
    event: &Event,
    lists: &Programme,
    line: &Line,
) -> Result<Vec<String>, EditError> {
    let before = lists.floor.table(line.number);
    let table = Table {
        number: line.number,
        name: line.name.clone(),
        zone: line.zone.clone(),
        kept_for: line.kept_for.clone(),
        missing: before.map(|table| table.missing.clone()).unwrap_or_default(),
    };
    floor::put_table(tx.db, &event.id, &table)?;
    let mut unknown = Vec::new();
    for email in &line.people {
        let Some(person) = participants::find_by_email(tx.db, &event.id, email)? else {
            unknown.push(email.as_str().to_string());
            continue;
        };
        let away = lists.floor.booth(&person.id).map(|booth| booth.away.clone()).unwrap_or_default();
        floor::put_booth(tx.db, &event.id, &Booth { who: person.id, table: line.number, away })?;
    }
    Ok(unknown)
}
