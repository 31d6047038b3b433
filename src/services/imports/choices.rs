//! What somebody says of a file that the import cannot know: what its columns hold, what its states mean, which of its topics
//! are taken, and whose own words give way to it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::documents::participant_list::{Reading, Sheet};
use crate::domain::ids::ParticipantId;
use crate::domain::text;

/// What a form says of a column that is not taken.
pub const IGNORE: &str = "ignore";

/// What happens to whom a state is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Import,
    LeaveOut,
    Wait,
}

impl Fate {
    pub const ALL: [Fate; 3] = [Fate::Import, Fate::LeaveOut, Fate::Wait];

    /// As forms and the command line say it.
    pub fn code(self) -> &'static str {
        match self {
            Fate::Import => "import",
            Fate::LeaveOut => "leave-out",
            Fate::Wait => "wait",
        }
    }

    /// Reads what [`Fate::code`] wrote.
    pub fn parse(code: &str) -> Option<Fate> {
        Fate::ALL.into_iter().find(|fate| fate.code() == code)
    }
}

/// Everything that is said of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub reading: Reading,
    /// What a column holds, by its place from 0: a code of `Column`, `question:ID` or [`IGNORE`].
    pub columns: BTreeMap<usize, String>,
    /// What a state means, by [`state_key`].
    pub states: BTreeMap<String, Fate>,
    /// The name under which a topic of the file is taken, by [`topic_key`]; none if it is left out.
    pub topics: BTreeMap<String, Option<String>>,
    /// How many rows have to name a topic that nobody decided for it to be taken.
    pub topics_from: Option<usize>,
    /// The changes that were shown, by [`change_key`].
    pub shown: BTreeSet<String>,
    /// Those of them that are taken.
    pub taken: BTreeSet<String>,
}

impl Choices {
    /// Nothing is said.
    pub const fn none() -> Choices {
        Choices {
            reading: Reading { encoding: None, delimiter: None, sheet: None },
            columns: BTreeMap::new(),
            states: BTreeMap::new(),
            topics: BTreeMap::new(),
            topics_from: None,
            shown: BTreeSet::new(),
            taken: BTreeSet::new(),
        }
    }
}

/// How a state of a file is named: the column, and what stands in it.
pub fn state_key(title: &str, state: &str) -> String {
    format!("{}:{}", text::search_key(title), key(state))
}

/// Begins the names of our own states; no title of a column does.
const OWN: &str = "here:";

/// How a state of ours is named.
pub fn own_state_key(code: &str) -> String {
    format!("{OWN}{code}")
}

/// How a topic of a file is named.
pub fn topic_key(label: &str) -> String {
    key(label)
}

/// How a change of one answer is named.
pub fn change_key(participant: &ParticipantId, field: &str) -> String {
    format!("{participant} {field}")
}

/// What spellings of one label have in common; a label of signs alone stands for itself.
fn key(label: &str) -> String {
    let key = text::search_key(label);
    if key.is_empty() { text::line(label) } else { key }
}

/// What is remembered of a file for the next one with the same columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// By [`column_key`].
    columns: BTreeMap<String, String>,
    states: BTreeMap<String, Fate>,
    topics: BTreeMap<String, Option<String>>,
}

impl Remembered {
    /// What was said of this file, over what is remembered of earlier ones.
    pub(super) fn with(mut self, choices: &Choices, sheet: &Sheet) -> Remembered {
        let columns = choices.columns.iter().filter(|(_, code)| !code.is_empty());
        self.columns.extend(columns.map(|(at, code)| (column_key(sheet, *at), code.clone())));
        // Who cancelled here is asked about each time.
        let theirs = choices.states.iter().filter(|(key, _)| !key.starts_with(OWN));
        self.states.extend(theirs.map(|(key, fate)| (key.clone(), *fate)));
        self.topics.extend(choices.topics.clone());
        self
    }

    /// What is said of a file: now, or else of an earlier one.
    pub(super) fn fill(&self, choices: &Choices, sheet: &Sheet) -> Choices {
        let mut filled = choices.clone();
        for at in 0..sheet.width() {
            if let Some(code) = self.columns.get(&column_key(sheet, at)) {
                filled.columns.entry(at).or_insert_with(|| code.clone());
            }
        }
        for (key, fate) in &self.states {
            filled.states.entry(key.clone()).or_insert(*fate);
        }
        for (key, taken) in &self.topics {
            filled.topics.entry(key.clone()).or_insert_with(|| taken.clone());
        }
        filled
    }
}

/// How a column is known again: by its title, which may stand elsewhere in the next file, or by its place.
fn column_key(sheet: &Sheet, at: usize) -> String {
    let key = |at: usize| text::search_key(&sheet.title(at));
    let own = key(at);
    let is_alone = (0..at).all(|before| key(before) != own);
    if own.is_empty() || !is_alone { format!("{own}#{at}") } else { own }
}

/// How files of one kind are known again: by the titles of their columns, in any order.
pub(super) fn layout(sheet: &Sheet) -> String {
    let keys: BTreeSet<String> = (0..sheet.width()).map(|at| column_key(sheet, at)).collect();
    text::fingerprint(&keys.into_iter().collect::<Vec<_>>().join("\n"))
}
