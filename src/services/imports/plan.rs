//! What an import would do, row by row.

use std::collections::{HashMap, HashSet};

use super::entries::{Entry, EntryReader, Identity, RowFault, identity};
use super::merge;
use super::topics::{TopicBook, UnknownTopics};
use crate::app::App;
use crate::documents::participants_csv::{Column, Row, Sheet};
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::field;
use crate::domain::ids::TopicId;
use crate::domain::participant::{Participant, Profile};
use crate::domain::problems::Message;
use crate::domain::text;

/// How a file is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOptions {
    pub topics: UnknownTopics,
    pub mail: ImportMail,
}

/// Whether new participants with an address learn of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportMail {
    Nobody,
    /// Each is mailed that they are registered, or wait.
    NewParticipants,
}

/// What an import would do.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// One for each row of the file, in its order.
    pub rows: Vec<PlannedRow>,
    /// Topics that the event lacks and gets.
    pub new_topics: Vec<Topic>,
    /// Header of the file; empty if it has none.
    pub header: Vec<String>,
    /// Name of the file's encoding (WHATWG).
    pub encoding: &'static str,
    pub delimiter: char,
    pub(super) targets: Vec<Target>,
}

/// A row of the file and what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// The line of the file on which the row begins, from 1.
    pub line: usize,
    /// Who it is about, as far as the row says.
    pub who: String,
    pub outcome: RowOutcome,
    /// The line of the first row about the same participant, if that is another.
    pub repeats: Option<usize>,
    /// The row's cells as they stand in the file.
    pub cells: Vec<String>,
}

impl PlannedRow {
    /// What is wrong with the row; nothing if it can be imported.
    pub fn faults(&self) -> &[RowFault] {
        match &self.outcome {
            RowOutcome::Faulty(faults) => faults,
            RowOutcome::New | RowOutcome::Changed(_) | RowOutcome::Same => &[],
        }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOutcome {
    /// A participant that the event does not have.
    New,
    /// Changes a participant in these columns, or adds to an earlier row of the file.
    Changed(Vec<Column>),
    /// Says nothing that is not known.
    Same,
    /// Cannot be imported as it is.
    Faulty(Vec<RowFault>),
}

/// How many rows there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub faulty: usize,
}

impl ImportPlan {
    /// How many rows there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match row.outcome {
                RowOutcome::New => counts.new += 1,
                RowOutcome::Changed(_) => counts.changed += 1,
                RowOutcome::Same => counts.same += 1,
                RowOutcome::Faulty(_) => counts.faulty += 1,
            }
        }
        counts
    }

    /// Every fault with its row, in the order of the file.
    pub fn faults(&self) -> Vec<(&PlannedRow, &RowFault)> {
        self.rows.iter().flat_map(|row| row.faults().iter().map(move |fault| (row, fault))).collect()
    }

    /// How many participants would be stored or changed.
    pub fn changes(&self) -> usize {
        self.targets.iter().filter(|target| !matches!(target, Target::Same)).count()
    }
}

/// What becomes of one participant, from all rows about them.
#[derive(Debug, Clone)]
pub(super) enum Target {
    New(Box<Profile>),
    Changed(Box<Participant>, Vec<Column>),
    Same,
}

/// All rows about one participant.
struct Group {
    entry: Entry,
    line: usize,
    /// Places of the rows, and whether each added something to those before it.
    rows: Vec<(usize, bool)>,
}

/// Plans the import of a file into an event as it is: pure, but for the ids of new topics.
pub(super) fn plan(
    app: &App,
    sheet: &Sheet,
    event: &Event,
    programme: &Programme,
    known: Vec<Participant>,
    options: &ImportOptions,
) -> ImportPlan {
    let book = TopicBook::new(event, &programme.topics, options.topics, &app.random, app.clock.now());
    let mut reader = EntryReader::new(sheet, programme, book);
    let mut rows: Vec<PlannedRow> = Vec::with_capacity(sheet.rows.len());
    let mut groups: Vec<Group> = Vec::new();
    let mut by_identity: HashMap<Identity, usize> = HashMap::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        let entry = reader.read(row);
        let who = entry.as_ref().map_or_else(|_| said_who(sheet, row), who);
        let outcome = match entry {
            Err(faults) => RowOutcome::Faulty(faults),
            Ok(entry) => match by_identity.get(&entry.identity()).and_then(|at| groups.get_mut(*at)) {
                Some(group) => join(group, entry, at, sheet, row),
                None => {
                    by_identity.insert(entry.identity(), groups.len());
                    groups.push(Group { entry, line: row.line, rows: vec![(at, true)] });
                    RowOutcome::Same
                }
            },
        };
        rows.push(PlannedRow { line: row.line, who, outcome, repeats: None, cells: row.cells.clone() });
    }
    let topics = reader.into_topics().into_new();
    let mut known: HashMap<Identity, Participant> = by_known_identity(known);
    let targets: Vec<Target> =
        groups.into_iter().map(|group| settle(group, &mut rows, event, programme, &mut known)).collect();
    let used = used_topics(&targets);
    ImportPlan {
        new_topics: topics.into_iter().filter(|topic| used.contains(&topic.id)).collect(),
        rows,
        header: sheet.header.clone(),
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        targets,
    }
}

/// Adds a row to those about the same participant. One address cannot stand for two people: each gets their own mails.
fn join(group: &mut Group, entry: Entry, at: usize, sheet: &Sheet, row: &Row) -> RowOutcome {
    let differ = |x: &str, y: &str| text::search_key(x) != text::search_key(y);
    if entry.email().is_some() && differ(group.entry.shown_name(), entry.shown_name()) {
        let cell = sheet.cell(row, Column::EMAIL);
        let message = Message::new("problem-import-email-twice")
            .with("line", group.line)
            .with("name", group.entry.shown_name());
        let column = cell.map(|cell| (cell.at + 1, sheet.title(cell.at)));
        return RowOutcome::Faulty(vec![RowFault { column, message }]);
    }
    let is_more = merge::add(&mut group.entry, entry);
    group.rows.push((at, is_more));
    RowOutcome::Same
}

fn by_known_identity(known: Vec<Participant>) -> HashMap<Identity, Participant> {
    let identified = known.into_iter().map(|participant| {
        let person = &participant.profile.person;
        (identity(person.email.as_ref(), &person.organisation, &person.name), participant)
    });
    let mut by_identity = HashMap::new();
    for (identity, participant) in identified {
        by_identity.entry(identity).or_insert(participant);
    }
    by_identity
}

/// Says what becomes of one participant, and notes it at their rows.
fn settle(
    group: Group,
    rows: &mut [PlannedRow],
    event: &Event,
    programme: &Programme,
    known: &mut HashMap<Identity, Participant>,
) -> Target {
    let target = match known.remove(&group.entry.identity()) {
        None => Target::New(Box::new(merge::new_profile(group.entry, event, programme))),
        Some(mut participant) => {
            let profile = merge::changed_profile(group.entry, &participant.profile, programme);
            let columns = merge::differences(&participant.profile, &profile);
            participant.profile = profile;
            if columns.is_empty() { Target::Same } else { Target::Changed(Box::new(participant), columns) }
        }
    };
    for (n, (at, is_more)) in group.rows.into_iter().enumerate() {
        let Some(row) = rows.get_mut(at) else { continue };
        row.repeats = (n > 0).then_some(group.line);
        row.outcome = match &target {
            Target::Same => RowOutcome::Same,
            _ if !is_more => RowOutcome::Same,
            Target::New(_) if n == 0 => RowOutcome::New,
            Target::New(_) => RowOutcome::Changed(Vec::new()),
            Target::Changed(_, columns) => RowOutcome::Changed(columns.clone()),
        };
    }
    target
}

/// The topics that new and changed participants have.
fn used_topics(targets: &[Target]) -> HashSet<&TopicId> {
    let profiles = targets.iter().filter_map(|target| match target {
        Target::New(profile) => Some(profile.as_ref()),
        Target::Changed(participant, _) => Some(&participant.profile),
        Target::Same => None,
    });
    profiles.flat_map(|profile| &profile.interests).map(|interest| &interest.topic).collect()
}

fn who(entry: &Entry) -> String {
    match (entry.text(field::NAME), entry.text(field::ORGANISATION)) {
        (Some(name), Some(organisation)) if name != organisation => format!("{name}, {organisation}"),
        _ => entry.shown_name().to_string(),
    }
}

/// Who a row with faults says it is about: the first cell of those that could tell.
fn said_who(sheet: &Sheet, row: &Row) -> String {
    let columns = [Column::NAME, Column::LastName, Column::ORGANISATION, Column::EMAIL];
    let cell = columns.into_iter().find_map(|column| sheet.cell(row, column));
    cell.map(|cell| text::line(cell.text).chars().take(80).collect()).unwrap_or_default()
}
