//! What an import would do, row by row.

use std::collections::{HashMap, HashSet};

use super::cells::unknown;
use super::choices::Fate;
use super::columns::{self, FileColumn};
use super::entries::{Entry, EntryReader, Identity, RowFault};
use super::known::Known;
use super::merge;
use super::options::ImportOptions;
use super::planned::{Counts, Group, PlannedRow, RowOutcome, Target};
use super::settling::{PersonChange, Settler};
use super::states::{FileState, RowFate, States};
use super::topics::{FileTopic, TopicBook};
use crate::app::App;
use crate::documents::participant_list::{Column, Row, Sheet, Source};
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::field;
use crate::domain::ids::TopicId;
use crate::domain::participant::Participant;
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;
use crate::domain::text;
use crate::services::misfits::Misfits;

/// What an import would do.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// One for each row of the file, in its order.
    pub rows: Vec<PlannedRow>,
    /// Topics that the event lacks and gets.
    pub new_topics: Vec<Topic>,
    /// Header of the file; empty if it has none.
    pub header: Vec<String>,
    pub source: Source,
    /// What the file lacks to be a list of participants; then no row is read.
    pub lack: Option<Message>,
    /// What each column is taken as.
    pub columns: Vec<FileColumn>,
    /// The states that the file names.
    pub states: Vec<FileState>,
    /// How many people of the file have each state here that holds an import back, and what happens to them.
    pub own_states: Vec<(RegistrationState, usize, Fate)>,
    /// The topics of the file that the event does not have.
    pub topics: Vec<FileTopic>,
    /// What would change of people who are known.
    pub changes: Vec<PersonChange>,
    /// Published meetings that would no longer fit.
    pub breaks: Option<Misfits>,
    pub(super) targets: Vec<Target>,
}

impl ImportPlan {
    /// How many rows there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match row.outcome {
                RowOutcome::New => counts.new += 1,
                RowOutcome::Changed(_) => counts.changed += 1,
                RowOutcome::Registers(_) | RowOutcome::Invites(_) => counts.registers += 1,
                RowOutcome::Same => counts.same += 1,
                RowOutcome::LeftOut(_) => counts.left_out += 1,
                RowOutcome::Faulty(_) => counts.faulty += 1,
            }
        }
        counts
    }

    /// Every fault with its row, in the order of the file.
    pub fn faults(&self) -> Vec<(&PlannedRow, &RowFault)> {
        self.rows.iter().flat_map(|row| row.faults().iter().map(move |fault| (row, fault))).collect()
    }

    /// Who is known and would be changed, as they would be.
    pub(super) fn changed(&self) -> impl Iterator<Item = &Participant> {
        self.targets.iter().filter_map(|target| match target {
            Target::Changed(participant, _) | Target::Registered(participant, ..) => Some(&**participant),
            Target::New(..) | Target::Same => None,
        })
    }

    /// How many participants would be stored or changed.
    pub fn changes(&self) -> usize {
        self.targets.iter().filter(|target| !matches!(target, Target::Same)).count()
    }
}

/// Plans the import of a file into an event as it is: pure, but for the ids of new topics.
pub(super) fn plan(
    app: &App,
    mut sheet: Sheet,
    event: &Event,
    programme: &Programme,
    known: Known,
    options: &ImportOptions,
) -> ImportPlan {
    let columns = columns::settle(&mut sheet, programme, &options.choices);
    let lack = sheet.lack();
    if lack.is_some() {
        // Nobody can be told apart yet.
        sheet.rows.clear();
    }
    let states = States::of(&sheet, &options.choices);
    let fates: Vec<RowFate> = sheet.rows.iter().map(|row| states.fate(&sheet, row)).collect();
    let wanted: Vec<&Row> =
        sheet.rows.iter().zip(&fates).filter(|(_, fate)| fate.is_in()).map(|(row, _)| row).collect();
    let book = TopicBook::new(event, &programme.topics, options, &app.random, app.clock.now());
    let mut reader = EntryReader::new(&sheet, &columns, programme, book, &wanted);
    let mut rows = Rows {
        sheet: &sheet,
        known: &known,
        rows: Vec::new(),
        groups: Vec::new(),
        by_identity: HashMap::new(),
    };
    for (row, fate) in sheet.rows.iter().zip(&fates) {
        rows.read(&mut reader, row, fate);
    }
    let Rows { mut rows, groups, .. } = rows;
    let topics = reader.into_topics();
    let mut lists = programme.clone();
    lists.topics.extend(topics.new_ones().iter().cloned());
    let mut settler = Settler::new(event, &lists, known, options);
    let targets: Vec<Target> = groups.into_iter().map(|group| settler.settle(group, &mut rows)).collect();
    let used = used_topics(&targets);
    ImportPlan {
        new_topics: topics.new_ones().iter().filter(|topic| used.contains(&topic.id)).cloned().collect(),
        topics: topics.into_offered(),
        header: sheet.header.clone(),
        source: sheet.source.clone(),
        lack,
        columns,
        states: states.into_list(),
        own_states: settler.own_states(),
        changes: settler.into_changes(),
        rows,
        breaks: None,
        targets,
    }
}

/// The rows of a file as they are read, and whom they are about.
struct Rows<'a> {
    sheet: &'a Sheet,
    known: &'a Known,
    rows: Vec<PlannedRow>,
    groups: Vec<Group>,
    by_identity: HashMap<Identity, usize>,
}

impl Rows<'_> {
    fn read(&mut self, reader: &mut EntryReader<'_>, row: &Row, fate: &RowFate) {
        let (sheet, at) = (self.sheet, self.rows.len());
        let read = match fate {
            RowFate::Import => reader.read(row).map(|entry| (entry, false)),
            RowFate::Wait => reader.read(row).map(|entry| (entry, true)),
            RowFate::LeaveOut(state) => {
                let here = self.known.state_of(&reader.identity_of(row));
                let told = Message::new("import-left-out")
                    .with("state", state)
                    .with("here", here.map_or("none", RegistrationState::code));
                return self.push(row, said_who(sheet, row), RowOutcome::LeftOut(told));
            }
            RowFate::Unknown(at, state) => {
                Err(vec![RowFault::at(sheet, *at, unknown("problem-import-state", state))])
            }
        };
        let (name, outcome) = match read {
            Err(faults) => (said_who(sheet, row), RowOutcome::Faulty(faults)),
            Ok((entry, waits)) => {
                let name = who(&entry);
                let group = self.by_identity.get(&entry.identity()).and_then(|at| self.groups.get_mut(*at));
                let outcome = match group {
                    Some(group) => join(group, entry, at, sheet, row),
                    None => {
                        self.by_identity.insert(entry.identity(), self.groups.len());
                        self.groups.push(Group { entry, line: row.line, waits, rows: vec![(at, true)] });
                        RowOutcome::Same
                    }
                };
                (name, outcome)
            }
        };
        self.push(row, name, outcome);
    }

    fn push(&mut self, row: &Row, who: String, outcome: RowOutcome) {
        let cells = row.cells.clone();
        self.rows.push(PlannedRow { line: row.line, who, outcome, repeats: None, cells });
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

/// The topics that new and changed participants have.
fn used_topics(targets: &[Target]) -> HashSet<&TopicId> {
    let profiles = targets.iter().filter_map(|target| match target {
        Target::New(profile, _) => Some(profile.as_ref()),
        Target::Changed(participant, _) | Target::Registered(participant, ..) => Some(&participant.profile),
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

/// Who a row that is not read says it is about: the whole name, or the first cell of those that could tell.
fn said_who(sheet: &Sheet, row: &Row) -> String {
    let short = |text: &str| text::line(text).chars().take(80).collect::<String>();
    let cell = |column| sheet.cell(row, column).map(|cell| cell.text);
    let columns = [Column::NAME, Column::LastName, Column::FirstName, Column::ORGANISATION, Column::EMAIL];
    match (cell(Column::NAME), cell(Column::FirstName), cell(Column::LastName)) {
        (None, Some(first), Some(last)) => short(&format!("{first} {last}")),
        _ => columns.into_iter().find_map(cell).map(short).unwrap_or_default(),
    }
}
