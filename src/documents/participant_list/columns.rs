//! Which column of a file means what: header names in German, English and French, and those of other registration systems.
//! What is said of whoever pays is not mixed with what is said of whoever comes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::headers::{ANYBODY, BOOKKEEPING, BUYER, GUEST, LINKS, NAMES, NO_PERSON};
use super::{Row, states};
use crate::domain::field::{self, FIELDS};
use crate::domain::lang::Lang;
use crate::domain::text;
use crate::words::Words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The answer to a field, by its code.
    Field(&'static str),
    FirstName,
    LastName,
    Topics,
    Offers,
    Seeks,
    Language,
    MaxMeetings,
    Status,
    /// The answers to the event's own questions, each in a column of its own.
    Questions,
}

impl Column {
    /// Who a row is about is told by these.
    pub const NAME: Column = Column::Field(field::NAME);
    pub const EMAIL: Column = Column::Field(field::EMAIL);
    pub const ORGANISATION: Column = Column::Field(field::ORGANISATION);

    /// What a column can be said to hold beside a field.
    const OTHERS: [Column; 8] = [
        Column::FirstName,
        Column::LastName,
        Column::Topics,
        Column::Offers,
        Column::Seeks,
        Column::Language,
        Column::MaxMeetings,
        Column::Status,
    ];

    /// Everything that a column can be said to hold, names first.
    pub fn choices() -> impl Iterator<Item = Column> {
        let fields = FIELDS.iter().map(|field| Column::Field(field.code));
        let (names, rest) = Column::OTHERS.split_at(2);
        names.iter().copied().chain(fields).chain(rest.iter().copied())
    }

    /// As forms say it.
    pub fn code(self) -> &'static str {
        match self {
            Column::Field(code) => code,
            Column::FirstName => "first_name",
            Column::LastName => "last_name",
            Column::Topics => "topics",
            Column::Offers => "offers",
            Column::Seeks => "seeks",
            Column::Language => "language",
            Column::MaxMeetings => "max_meetings",
            Column::Status => "status",
            Column::Questions => "questions",
        }
    }

    /// Reads what a form says.
    pub fn parse(code: &str) -> Option<Column> {
        Column::choices().find(|column| column.code() == code)
    }

    /// What belongs together when it is asked whose it is: parts of one name are one thing.
    fn thing(self) -> Column {
        if matches!(self, Column::FirstName | Column::LastName) { Column::NAME } else { self }
    }
}

/// Of whom a column speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Guest,
    Nobody,
    Buyer,
}

/// What the name of a column means.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    column: Column,
    /// How well it fits; 0 is best.
    rank: usize,
    whose: Whose,
}

/// What the name of a column means, or the first of its parts that means anything: *Firma/Organisation*, *Bietet (Themen)*.
fn meaning(header: &str) -> Option<Meaning> {
    let parts = || header.split(['/', '|', '(', ')', ':', '\n']).filter(|part| *part != header);
    of_one_name(header).or_else(|| parts().find_map(of_one_name))
}

fn of_one_name(header: &str) -> Option<Meaning> {
    let key = text::search_key(header);
    if NO_PERSON.contains(&key.as_str()) {
        return None;
    }
    let state = || states::is_header(&key).then_some((Column::Status, 0));
    let found = named(&key).or_else(state);
    found.map(|(column, rank)| Meaning { column, rank, whose: Whose::Nobody }).or_else(|| of_somebody(&key))
}

fn named(key: &str) -> Option<(Column, usize)> {
    let special = NAMES.iter().find_map(|(column, names)| {
        let rank = names.iter().position(|name| *name == key)?;
        Some((*column, rank))
    });
    special.or_else(|| FIELD_NAMES.get(key).copied())
}

/// A name with a word in it that says whose: *Ticket e-mail*, *Nom de l'acheteur*.
fn of_somebody(key: &str) -> Option<Meaning> {
    let words = |whose: Whose, list: &'static [&'static str]| list.iter().map(move |word| (whose, *word));
    let all =
        words(Whose::Guest, GUEST).chain(words(Whose::Buyer, BUYER)).chain(words(Whose::Nobody, ANYBODY));
    all.filter(|(_, word)| key.contains(word)).find_map(|(whose, word)| {
        let rest = key.replacen(word, "", 1);
        let starts = LINKS.iter().filter_map(|link| rest.strip_prefix(link));
        let ends = LINKS.iter().filter_map(|link| rest.strip_suffix(link));
        let (column, rank) = std::iter::once(rest.as_str()).chain(starts).chain(ends).find_map(named)?;
        // *Nom du participant* is the whole name.
        let column = if column == Column::LastName && rest.starts_with("nom") && !rest.contains("famille") {
            Column::NAME
        } else {
            column
        };
        Some(Meaning { column, rank, whose })
    })
}

/// Header names for the fields: those of their rows, then what the catalogues call them.
static FIELD_NAMES: LazyLock<HashMap<String, (Column, usize)>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for field in &FIELDS {
        for (rank, name) in field.headers.split(' ').enumerate() {
            names.insert(name.to_string(), (Column::Field(field.code), rank));
        }
    }
    for (field, lang) in FIELDS.iter().flat_map(|field| Lang::ALL.map(|lang| (field, lang))) {
        let called = text::search_key(&Words::of(lang).field(field.code));
        names.entry(called).or_insert((Column::Field(field.code), usize::MAX));
    }
    names
});

/// Where each column stands in a file.
#[derive(Debug, Clone, Default)]
pub struct ColumnMap {
    taken: Vec<(Column, usize, usize)>,
    /// What is said of whoever pays, and not taken.
    buyers: Vec<usize>,
}

impl ColumnMap {
    /// Reads a header.
    pub(super) fn read(header: &[String]) -> ColumnMap {
        let known = |(at, cell): (usize, &String)| Some((at, meaning(cell)?));
        let known: Vec<(usize, Meaning)> = header.iter().enumerate().filter_map(known).collect();
        let (taken, left): (Vec<_>, Vec<_>) =
            known.iter().copied().partition(|(_, meant)| is_taken(*meant, &known));
        let mut taken: Vec<_> =
            taken.into_iter().map(|(at, meant)| (meant.column, meant.rank, at, meant.whose)).collect();
        taken.sort_unstable_by_key(|(column, rank, at, whose)| (*column, *whose, *rank, *at));
        let mut map = ColumnMap {
            taken: taken.into_iter().map(|(column, rank, at, _)| (column, rank, at)).collect(),
            buyers: left.iter().filter(|(_, meant)| meant.whose == Whose::Buyer).map(|(at, _)| *at).collect(),
        };
        demote_french_surname(&mut map.taken, header);
        map
    }

    /// Adds what only the cells tell: which columns hold states of other systems.
    pub(super) fn find_states(&mut self, header: &[String], rows: &[Row]) {
        for at in 0..header.len() {
            let title = header.get(at).map(|cell| text::search_key(cell)).unwrap_or_default();
            if self.takes(at) || self.buyers.contains(&at) {
                continue;
            }
            if states::are_states(&title, rows.iter().filter_map(|row| row.cells.get(at))) {
                self.taken.push((Column::Status, usize::MAX, at));
            }
        }
    }

    /// Indico's file for importing people, which has no header: first name, last name, affiliation, position, phone, e-mail.
    pub(super) fn headless() -> ColumnMap {
        let columns =
            [(Column::FirstName, 0), (Column::LastName, 1), (Column::ORGANISATION, 2), (Column::EMAIL, 5)];
        let taken = columns.into_iter().map(|(column, at)| (column, 0, at)).collect();
        ColumnMap { taken, buyers: Vec::new() }
    }

    /// Takes a place of the file for what somebody said it is, or for nothing.
    pub fn set(&mut self, at: usize, column: Option<Column>) {
        self.taken.retain(|(_, _, taken)| *taken != at);
        if let Some(column) = column {
            self.taken.insert(0, (column, 0, at));
        }
    }

    /// The places of a column, the best first, counted from 0.
    pub fn places(&self, column: Column) -> impl Iterator<Item = usize> {
        self.taken.iter().filter(move |(known, _, _)| *known == column).map(|(_, _, at)| *at)
    }

    /// What a place of the file, counted from 0, is taken for.
    pub fn at(&self, place: usize) -> Option<Column> {
        self.taken.iter().find(|(_, _, at)| *at == place).map(|(column, _, _)| *column)
    }

    /// Whether a place of the file, counted from 0, holds a column that is known.
    pub fn takes(&self, place: usize) -> bool {
        self.at(place).is_some()
    }

    /// Whether a place holds what is said of whoever pays, and is not taken for that reason.
    pub fn is_buyers(&self, place: usize) -> bool {
        self.buyers.contains(&place)
    }

    /// Whether the file has this column.
    pub fn has(&self, column: Column) -> bool {
        self.places(column).next().is_some()
    }

    /// How many different columns are known.
    pub(super) fn known(&self) -> usize {
        let mut columns: Vec<Column> = self.taken.iter().map(|(column, _, _)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        columns.len()
    }
}

/// Whether a column with this name is what another system keeps for itself.
pub fn is_bookkeeping(header: &str) -> bool {
    let key = text::search_key(header);
    key == "id" || BOOKKEEPING.iter().any(|part| key.contains(part))
}

/// Of a person's name and address only those of whoever comes are taken, then those of nobody in particular, and those of
/// whoever pays where the file speaks of nobody else. Of an organisation or a place the guest's own comes first.
fn is_taken(meant: Meaning, all: &[(usize, Meaning)]) -> bool {
    let thing = meant.column.thing();
    let is_person = |column: Column| [Column::NAME, Column::EMAIL].contains(&column.thing());
    let mut same = all.iter().map(|(_, other)| other).filter(|other| other.column.thing() == thing);
    if !is_person(thing) {
        return meant.whose != Whose::Buyer || same.all(|other| other.whose == Whose::Buyer);
    }
    match meant.whose {
        Whose::Guest => true,
        Whose::Nobody => same.all(|other| other.whose != Whose::Guest),
        Whose::Buyer => {
            let mut people = all.iter().filter(|(_, other)| is_person(other.column));
            people.all(|(_, other)| other.whose == Whose::Buyer)
        }
    }
}

/// In a French file *Nom* is the last name beside *Prénom*, and the whole name without it.
fn demote_french_surname(map: &mut [(Column, usize, usize)], header: &[String]) {
    if map.iter().any(|(column, _, _)| *column == Column::FirstName) {
        return;
    }
    for entry in map {
        let is_nom = header.get(entry.2).is_some_and(|cell| text::search_key(cell) == "nom");
        if entry.0 == Column::LastName && is_nom {
            entry.0 = Column::NAME;
        }
    }
}
