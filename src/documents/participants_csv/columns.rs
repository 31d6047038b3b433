//! Which column of a file means what: header names in German, English and French, and those of other registration systems.

use std::collections::HashMap;
use std::sync::LazyLock;

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
}

/// Header names for what is no field, as [`text::search_key`] leaves them, the best first.
const NAMES: [(Column, &[&str]); 8] = [
    (
        Column::FirstName,
        &[
            "attendeenamegivenname",
            "nameteilnehmerinvorname",
            "nomduparticipantprenom",
            "firstname",
            "givenname",
            "vorname",
            "prenom",
            "userfirstname",
        ],
    ),
    (
        Column::LastName,
        &[
            "attendeenamefamilyname",
            "nameteilnehmerinnachname",
            "nomduparticipantnomdefamille",
            "lastname",
            "surname",
            "familyname",
            "nachname",
            "familienname",
            "nomdefamille",
            "nom",
            "userlastname",
        ],
    ),
    (
        Column::Topics,
        &[
            "topics",
            "topic",
            "interests",
            "themen",
            "thema",
            "themenfelder",
            "interessen",
            "themes",
            "theme",
            "thematiques",
            "sectors",
            "branchen",
            "secteurs",
            "businessfields",
            "businessfieldsname",
        ],
    ),
    (
        Column::Offers,
        &[
            "offers",
            "offer",
            "ioffer",
            "weoffer",
            "angebote",
            "angebot",
            "ichbiete",
            "wirbieten",
            "offres",
            "offre",
            "jepropose",
        ],
    ),
    (
        Column::Seeks,
        &[
            "seeks",
            "seek",
            "seeking",
            "requests",
            "request",
            "needs",
            "iseek",
            "weseek",
            "lookingfor",
            "gesuche",
            "gesuch",
            "bedarf",
            "ichsuche",
            "wirsuchen",
            "recherches",
            "recherche",
            "besoins",
            "besoin",
            "jerecherche",
            "jecherche",
        ],
    ),
    (
        Column::Language,
        &[
            "language",
            "locale",
            "orderlocale",
            "preferredlanguage",
            "sprache",
            "bestellsprache",
            "korrespondenzsprache",
            "langue",
            "languedelacommande",
            "languedecorrespondance",
        ],
    ),
    (
        Column::MaxMeetings,
        &[
            "maxmeetings",
            "maximummeetings",
            "meetings",
            "mostmeetings",
            "maxgesprache",
            "hochstensgesprache",
            "gesprache",
            "rendezvousmax",
            "maxrendezvous",
            "rendezvous",
        ],
    ),
    (
        Column::Status,
        &[
            "attendeestatus",
            "registrationstate",
            "registrationstatus",
            "status",
            "orderstatus",
            "statut",
            "anmeldestatus",
        ],
    ),
];

/// What a header cell means and how well it fits (0 is best), if anything.
pub(super) fn meaning(header: &str) -> Option<(Column, usize)> {
    let key = text::search_key(header);
    let special = NAMES.iter().find_map(|(column, names)| {
        let rank = names.iter().position(|name| *name == key)?;
        Some((*column, rank))
    });
    special.or_else(|| FIELD_NAMES.get(&key).copied())
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
pub struct ColumnMap(Vec<(Column, usize, usize)>);

impl ColumnMap {
    /// Reads a header.
    pub(super) fn read(header: &[String]) -> ColumnMap {
        let known = header.iter().enumerate().filter_map(|(at, cell)| {
            let (column, rank) = meaning(cell)?;
            Some((column, rank, at))
        });
        let mut map: Vec<_> = known.collect();
        map.sort_unstable();
        demote_french_surname(&mut map, header);
        ColumnMap(map)
    }

    /// Indico's file for importing people, which has no header: first name, last name, affiliation, position, phone, e-mail.
    pub(super) fn headless() -> ColumnMap {
        let columns =
            [(Column::FirstName, 0), (Column::LastName, 1), (Column::ORGANISATION, 2), (Column::EMAIL, 5)];
        ColumnMap(columns.into_iter().map(|(column, at)| (column, 0, at)).collect())
    }

    /// The places of a column, the best first, counted from 0.
    pub fn places(&self, column: Column) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(known, _, _)| *known == column).map(|(_, _, at)| *at)
    }

    /// Whether a place of the file, counted from 0, holds a column that is known.
    pub fn takes(&self, place: usize) -> bool {
        self.0.iter().any(|(_, _, at)| *at == place)
    }

    /// Whether the file has this column.
    pub fn has(&self, column: Column) -> bool {
        self.places(column).next().is_some()
    }

    /// How many different columns are known.
    pub(super) fn known(&self) -> usize {
        let mut columns: Vec<Column> = self.0.iter().map(|(column, _, _)| *column).collect();
        columns.dedup();
        columns.len()
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
