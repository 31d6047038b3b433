//! The tables of an event that are more than numbers, and who stays at one of them: where two people may sit in a slot.
//!
//! Rule: a table is kept for whoever stays there (a booth), else for a participant type if it says so, else it is anybody's. Whoever
//! stays at a booth is visited there; two who stay at different ones cannot meet. People of a type that has tables of its own meet
//! there, but go to the booths of others; of two such types the one of the lower table is the host.

use std::collections::BTreeSet;

use super::ids::{ParticipantId, SlotId, TypeId};

/// A table of which more is said than its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// From 1.
    pub number: u32,
    /// What is written on it; may be empty.
    pub name: String,
    /// The room, hall or corner it stands in; may be empty.
    pub zone: String,
    /// Only meetings with somebody of this type are held there.
    pub kept_for: Option<TypeId>,
    /// The slots in which it is not there.
    pub missing: BTreeSet<SlotId>,
}

impl Table {
    /// Whether nothing is said of it.
    pub fn is_plain(&self) -> bool {
        *self == Table { number: self.number, ..Table::default() }
    }
}

/// Somebody who stays at a table; several may share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booth {
    pub who: ParticipantId,
    pub table: u32,
    /// The slots in which they are not there and sit at others' tables.
    pub away: BTreeSet<SlotId>,
}

/// What an event says of its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Floor {
    /// By number.
    pub tables: Vec<Table>,
    /// By participant.
    pub booths: Vec<Booth>,
    /// The tables where somebody stays: asked for each two who could meet.
    occupied: BTreeSet<u32>,
}

/// Where two people may sit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seats {
    /// At any table that is nobody's.
    Anybodys,
    /// At these, in order of numbers; nowhere if both stay at booths of their own.
    These(Vec<u32>),
}

/// Somebody who sits down.
#[derive(Debug, Clone, Copy)]
pub struct Guest<'a> {
    pub id: &'a ParticipantId,
    pub kind: Option<&'a TypeId>,
}

/// Where somebody stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// In ascending order; never empty.
    pub tables: Vec<u32>,
    /// Whether they go to whoever stays at a booth.
    pub yields: bool,
}

impl Floor {
    /// With these tables and booths, in whatever order.
    pub fn new(mut tables: Vec<Table>, mut booths: Vec<Booth>) -> Floor {
        tables.sort_by_key(|table| table.number);
        booths.sort_by(|one, other| one.who.cmp(&other.who));
        let occupied = booths.iter().map(|booth| booth.table).collect();
        Floor { tables, booths, occupied }
    }

    /// Whether every table is a number and nothing else.
    pub fn is_plain(&self) -> bool {
        self.tables.is_empty() && self.booths.is_empty()
    }

    /// What is said of a table.
    pub fn table(&self, number: u32) -> Option<&Table> {
        let found = self.tables.binary_search_by_key(&number, |table| table.number);
        found.ok().map(|at| &self.tables[at])
    }

    /// Where somebody stays, whenever.
    pub fn booth(&self, who: &ParticipantId) -> Option<&Booth> {
        let found = self.booths.binary_search_by(|booth| booth.who.cmp(who));
        found.ok().map(|at| &self.booths[at])
    }

    /// Whether a table is there in a slot.
    pub fn is_there(&self, number: u32, slot: &SlotId) -> bool {
        self.table(number).is_none_or(|table| !table.missing.contains(slot))
    }

    fn is_booth(&self, number: u32) -> bool {
        self.occupied.contains(&number)
    }

    /// The tables, of those up to the last, that are kept for a type.
    pub fn kept_for(&self, kind: &TypeId, last: u32) -> Vec<u32> {
        let kept = self.tables.iter().filter(|table| table.kept_for.as_ref() == Some(kind));
        kept.map(|table| table.number).filter(|number| *number <= last && !self.is_booth(*number)).collect()
    }

    /// Where somebody stays whenever they do, of an event with tables up to the last.
    pub fn home(&self, guest: Guest, last: u32) -> Option<Stay> {
        if let Some(booth) = self.booth(guest.id).filter(|booth| booth.table <= last) {
            return Some(Stay { tables: vec![booth.table], yields: false });
        }
        let tables = self.kept_for(guest.kind?, last);
        (!tables.is_empty()).then_some(Stay { tables, yields: true })
    }

    /// Where somebody stays in a slot.
    pub fn stay(&self, guest: Guest, slot: &SlotId, last: u32) -> Option<Stay> {
        let is_away = self.booth(guest.id).is_some_and(|booth| booth.away.contains(slot));
        let mut stay = self.home(guest, last).filter(|home| home.yields || !is_away)?;
        stay.tables.retain(|number| self.is_there(*number, slot));
        (!stay.tables.is_empty()).then_some(stay)
    }

    /// Where two people may sit in a slot.
    pub fn seats(&self, two: [Guest; 2], slot: &SlotId, last: u32) -> Seats {
        let [a, b] = two.map(|guest| self.stay(guest, slot, last));
        Seats::These(match (a, b) {
            (None, None) => return Seats::Anybodys,
            (Some(one), None) | (None, Some(one)) => one.tables,
            (Some(a), Some(b)) if a.tables == b.tables => a.tables,
            (Some(a), Some(b)) => match (a.yields, b.yields) {
                (false, false) => Vec::new(),
                (true, false) => b.tables,
                (false, true) => a.tables,
                (true, true) => a.tables.min(b.tables),
            },
        })
    }

    /// The same as numbers, in order.
    pub fn tables_for(&self, two: [Guest; 2], slot: &SlotId, last: u32) -> Vec<u32> {
        match self.seats(two, slot, last) {
            Seats::Anybodys => (1..=last).filter(|number| self.is_anybodys(*number, slot)).collect(),
            Seats::These(tables) => tables,
        }
    }

    /// The tables of which something is said, or where somebody stays; some twice.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        let said = self.tables.iter().map(|table| table.number);
        said.chain(self.booths.iter().map(|booth| booth.table))
    }

    /// Whether a table is for certain people.
    pub fn is_kept(&self, number: u32) -> bool {
        self.is_booth(number) || self.table(number).is_some_and(|table| table.kept_for.is_some())
    }

    /// Whether a table is there in a slot and kept for nobody.
    pub fn is_anybodys(&self, number: u32, slot: &SlotId) -> bool {
        !self.is_kept(number) && self.is_there(number, slot)
    }
}
