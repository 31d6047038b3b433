//! What an organiser types about tables: one table, somebody's booth, and a list of tables that is pasted from a spreadsheet.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::{ParticipantType, Programme, Slot};
use super::event_input::number;
use super::floor::{Booth, Table};
use super::ids::{ParticipantId, SlotId, TypeId};
use super::problems::{Message, Problems};
use super::text::{self, Email, search_key};

/// Most characters of a list that is pasted.
pub const LIST_MAX: usize = 100_000;
/// Most faults of a list that are named at once.
const FAULTS: usize = 10;

/// A table as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableInput {
    pub name: String,
    pub zone: String,
    /// Id of a participant type; empty for everybody.
    pub kept_for: String,
    /// Ids of the slots in which it is not there.
    pub missing: Vec<String>,
}

impl TableInput {
    /// A stored table as the form shows it.
    pub fn of(table: &Table) -> TableInput {
        TableInput {
            name: table.name.clone(),
            zone: table.zone.clone(),
            kept_for: table.kept_for.as_ref().map(|kind| kind.0.clone()).unwrap_or_default(),
            missing: table.missing.iter().map(|slot| slot.0.clone()).collect(),
        }
    }

    /// Checks what was typed; of types and slots those are taken that the event has.
    pub fn parse(&self, number: u32, lists: &Programme) -> Result<Table, Problems> {
        let mut problems = Problems::new();
        let name = problems.take("name", text::optional(&self.name, text::SHORT_MAX));
        let zone = problems.take("zone", text::optional(&self.zone, text::SHORT_MAX));
        let kept_for = lists.types.iter().map(|kind| &kind.id).find(|id| id.0 == self.kept_for).cloned();
        match (name, zone) {
            (Some(name), Some(zone)) if problems.is_empty() => {
                Ok(Table { number, name, zone, kept_for, missing: known(&lists.slots, &self.missing) })
            }
            _ => Err(problems),
        }
    }
}

fn known(slots: &[Slot], ids: &[String]) -> BTreeSet<SlotId> {
    slots.iter().map(|slot| &slot.id).filter(|id| ids.contains(&id.0)).cloned().collect()
}

/// Somebody's booth as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BoothInput {
    /// A number; empty for none.
    pub table: String,
    /// Ids of the slots in which they are not there.
    pub away: Vec<String>,
}

impl BoothInput {
    /// A stored booth as the form shows it.
    pub fn of(booth: Option<&Booth>) -> BoothInput {
        let Some(booth) = booth else { return BoothInput::default() };
        BoothInput {
            table: booth.table.to_string(),
            away: booth.away.iter().map(|slot| slot.0.clone()).collect(),
        }
    }

    /// Checks what was typed, for an event with tables up to the last; none for nowhere.
    pub fn parse(&self, who: &ParticipantId, slots: &[Slot], last: u32) -> Result<Option<Booth>, Problems> {
        if self.table.trim().is_empty() {
            return Ok(None);
        }
        let mut problems = Problems::new();
        match problems.take("table", number(&self.table, 1, last)) {
            Some(table) => Ok(Some(Booth { who: who.clone(), table, away: known(slots, &self.away) })),
            None => Err(problems),
        }
    }
}

/// A line of a list of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub line: usize,
    pub number: u32,
    pub name: String,
    pub zone: String,
    pub kept_for: Option<TypeId>,
    /// Who stays there.
    pub people: Vec<Email>,
}

/// Reads lines of a number, a name, a zone, a participant type and the addresses of those who stay there, with tabs or semicolons
/// between; what is missing at the end is empty. A first line without a number is a heading.
///
/// # Errors
/// What is wrong with the first lines that are not understood.
pub fn read_list(raw: &str, types: &[ParticipantType], last: u32) -> Result<Vec<Line>, Problems> {
    if raw.chars().count() > LIST_MAX {
        return Err(Problems::one("list", Message::new("problem-list-too-long").with("max", LIST_MAX)));
    }
    let (mut lines, mut faults): (Vec<Line>, Vec<Message>) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, row) in (1..).zip(raw.lines()).filter(|(_, row)| !row.trim().is_empty()) {
        let cells = cells(row);
        let is_first = lines.is_empty() && faults.is_empty();
        if is_first && !cells[0].chars().any(|sign| sign.is_ascii_digit()) {
            continue;
        }
        let read = line(at, &cells, types, last).map_err(|message| message.with("line", at));
        match read.and_then(|line| once(&mut seen, at, line)) {
            Ok(line) => lines.push(line),
            Err(message) => faults.push(message),
        }
    }
    if lines.is_empty() && faults.is_empty() {
        faults.push(Message::new("problem-list-empty"));
    }
    all_faults(faults).map_or(Ok(lines), Err)
}

/// The faults of a list as one problem, the first of them.
pub fn all_faults(faults: Vec<Message>) -> Option<Problems> {
    Message::all(faults.into_iter().take(FAULTS)).map(|message| Problems::one("list", message))
}

/// A line, if no earlier one is about the same table.
fn once(seen: &mut BTreeMap<u32, usize>, at: usize, line: Line) -> Result<Line, Message> {
    match seen.insert(line.number, at) {
        None => Ok(line),
        Some(first) => {
            let twice = Message::new("problem-list-twice").with("line", at).with("first", first);
            Err(twice.with("number", line.number))
        }
    }
}

/// The cells of a row, five of them.
fn cells(row: &str) -> Vec<String> {
    let between = if row.contains('\t') { '\t' } else { ';' };
    let mut cells: Vec<String> =
        row.split(between).map(|cell| text::line(cell.trim().trim_matches('"'))).collect();
    cells.resize(cells.len().max(5), String::new());
    cells
}

fn line(at: usize, cells: &[String], types: &[ParticipantType], last: u32) -> Result<Line, Message> {
    let number = cells[0].parse().ok().filter(|number| (1..=last).contains(number));
    let number = number.ok_or_else(|| {
        Message::new("problem-list-number")
            .with("text", if cells[0].is_empty() { "none" } else { cells[0].as_str() })
            .with("last", last)
    })?;
    let too_long = |_| Message::new("problem-list-long").with("max", text::SHORT_MAX);
    let name = text::optional(&cells[1], text::SHORT_MAX).map_err(too_long)?;
    let zone = text::optional(&cells[2], text::SHORT_MAX).map_err(too_long)?;
    let kept_for = match cells[3].as_str() {
        "" => None,
        label => Some(
            type_named(types, label).ok_or_else(|| Message::new("problem-list-type").with("text", label))?,
        ),
    };
    let addresses = cells[4].split([',', ' ']).map(str::trim).filter(|word| !word.is_empty());
    let people = addresses
        .map(|word| Email::parse(word).map_err(|_| Message::new("problem-list-address").with("text", word)));
    Ok(Line { line: at, number, name, zone, kept_for, people: people.collect::<Result<_, _>>()? })
}

/// The type with this label in any language.
fn type_named(types: &[ParticipantType], label: &str) -> Option<TypeId> {
    let wanted = search_key(label);
    let is_it = |kind: &&ParticipantType| kind.label.is_any(|text| search_key(text) == wanted);
    types.iter().find(is_it).map(|kind| kind.id.clone())
}
