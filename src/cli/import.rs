//! `rendezvous import`: participants from a file, beside a running server or without one.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use chrono::NaiveDate;
use clap::Args;

use super::serve;
use super::settings::Settings;
use crate::documents::participant_list::{Column, DELIMITERS, ENCODINGS, Reading};
use crate::domain::lang::Lang;
use crate::domain::text;
use crate::services::access::{self, Denied};
use crate::services::imports::{
    self, Choices, Coming, Extent, Fate, IGNORE, ImportError, ImportMail, ImportOptions, ImportOutcome,
    ImportPlan, RowOutcome, UnknownTopics,
};
use crate::words::Words;

/// Most faults and topics that are printed.
const MOST_PRINTED: usize = 200;

/// Imports participants into an event from a CSV, XLSX or ODS file: all rows or none.
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    settings: Settings,
    /// The event's name in addresses.
    event: String,
    /// The file, with a header: CSV in any usual encoding, XLSX or ODS.
    file: PathBuf,
    /// Say what would happen and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Import the rows without a fault even if others have some.
    #[arg(long)]
    good_rows_only: bool,
    /// Refuse topics that the event does not have, instead of adding them to its list.
    #[arg(long)]
    known_topics_only: bool,
    /// Add a topic that the event does not have only if at least so many rows name it; others are left out.
    #[arg(long, value_name = "ROWS", conflicts_with = "known_topics_only")]
    topics_from: Option<usize>,
    /// Mail new participants that they are registered.
    #[arg(long)]
    mail: bool,
    /// Invite new participants to accept or decline until this day, as 2027-03-31, instead of registering them.
    #[arg(long, value_name = "DAY", conflicts_with = "mail")]
    invite_until: Option<NaiveDate>,
    /// The encoding of a CSV file, such as windows-1250, where the guess is wrong.
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(ENCODINGS))]
    encoding: Option<String>,
    /// What stands between the cells of a CSV file, where the guess is wrong.
    #[arg(long, value_parser = delimiter)]
    delimiter: Option<char>,
    /// The sheet of a spreadsheet, by its name; the first with a known header if none is given.
    #[arg(long)]
    sheet: Option<String>,
    /// What a column holds, as TITLE=FIELD: a field such as email, organisation or offers, or ignore.
    #[arg(long = "column", value_name = "TITLE=FIELD", value_parser = column)]
    columns: Vec<(String, String)>,
    /// What a state of the file means, as STATE=import, STATE=leave-out or STATE=wait.
    #[arg(long = "state", value_name = "STATE=WHAT", value_parser = state)]
    states: Vec<(String, String)>,
}

impl Import {
    /// Prints what the file would change, then changes it unless asked not to.
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = fs::read(&self.file).with_context(|| format!("Cannot read {name}"))?;
        let options = self.options(&bytes).map_err(|error| plainly(Words::of(Lang::En), error, &name))?;
        let config = self.settings.clone().into_config(self.settings.listen)?;
        let app = serve::open(config)?;
        let access = match access::change_as_operator(&app, &self.event) {
            Ok(access) => access,
            Err(Denied::NotFound) => bail!(
                "There is no event “{}”. Its name stands in the address of its page, after /e/.",
                self.event
            ),
            Err(error) => return Err(error.into()),
        };
        let words = Words::of(Lang::En);
        let plan =
            imports::check(&app, &access, &bytes, &options).map_err(|error| plainly(words, error, &name))?;
        print_plan(words, &plan, &name);
        let is_there = |title: &String| {
            plan.columns.iter().any(|column| text::search_key(&column.title) == text::search_key(title))
        };
        if let Some((title, _)) = self.columns.iter().find(|(title, _)| !is_there(title)) {
            bail!("{name}: no column is called “{title}”");
        }
        if let Some(lack) = &plan.lack {
            bail!("{name}: {}", words.message(lack));
        }
        if self.dry_run {
            return Ok(());
        }
        let extent = if self.good_rows_only { Extent::GoodRows } else { Extent::AllRows };
        let outcome = imports::apply(&app, &access, &bytes, &options, extent)
            .map_err(|error| plainly(words, error, &name))?;
        print_outcome(words, &outcome);
        Ok(())
    }

    fn options(&self, bytes: &[u8]) -> Result<ImportOptions, ImportError> {
        let mail = if self.mail { ImportMail::NewParticipants } else { ImportMail::Nobody };
        let topics = match (self.known_topics_only, self.topics_from) {
            (true, _) => UnknownTopics::Refuse,
            (false, Some(_)) => UnknownTopics::Chosen,
            (false, None) => UnknownTopics::Add,
        };
        let reading =
            Reading { encoding: self.encoding.clone(), delimiter: self.delimiter, sheet: self.sheet.clone() };
        let choices = imports::told(bytes, reading, &self.columns, &self.states)?;
        let choices = Choices { topics_from: self.topics_from, ..choices };
        let coming = self.invite_until.map_or(Coming::Agreed, Coming::Asked);
        Ok(ImportOptions { topics, mail, coming, choices })
    }
}

/// What a column is told to hold.
fn column(typed: &str) -> Result<(String, String), String> {
    let (title, field) = typed.rsplit_once('=').ok_or("write TITLE=FIELD")?;
    if field != IGNORE && Column::parse(field).is_none() {
        let known: Vec<&str> = Column::choices().map(Column::code).collect();
        return Err(format!("use {IGNORE}, {}", known.join(", ")));
    }
    Ok((title.to_string(), field.to_string()))
}

/// What a state is told to mean.
fn state(typed: &str) -> Result<(String, String), String> {
    let (state, fate) = typed.rsplit_once('=').ok_or("write STATE=WHAT")?;
    let known = Fate::parse(fate).ok_or("use import, leave-out or wait")?;
    Ok((state.to_string(), known.code().to_string()))
}

/// A delimiter as it is typed in a shell.
fn delimiter(typed: &str) -> Result<char, String> {
    let sign = if ["tab", "\\t"].contains(&typed) { Some('\t') } else { typed.chars().next() };
    sign.filter(|sign| DELIMITERS.contains(sign)).ok_or_else(|| "use , ; | or tab".to_string())
}

/// An error as a sentence for the terminal.
fn plainly(words: Words, error: ImportError, name: &str) -> anyhow::Error {
    match error {
        ImportError::File(message) | ImportError::LastDay(message) => {
            anyhow::anyhow!("{name}: {}", words.message(&message))
        }
        ImportError::Faulty(plan) => {
            anyhow::anyhow!("{}", words.t1("import-nothing-stored", "faulty", plan.counts().faulty))
        }
        ImportError::Fault(fault) => fault.into(),
    }
}

fn print_plan(words: Words, plan: &ImportPlan, name: &str) {
    println!("{name}: {}", imports::describe::file(words, plan));
    for warning in [imports::describe::doubt(words, plan), imports::describe::undecided(words, plan)] {
        warning.iter().for_each(|text| println!("{text}"));
    }
    for column in &plan.columns {
        println!("{}", imports::describe::column(words, column));
    }
    println!("{}", imports::describe::counts(words, plan.counts()));
    for row in plan.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::LeftOut(_))).take(MOST_PRINTED)
    {
        let place = words.t1("import-row-at", "line", row.line);
        println!("{place}, {}: {}", row.who, imports::describe::change(words, row));
    }
    if let Some(topics) = imports::describe::new_topics(words, plan) {
        println!("{topics}");
    }
    let faults = plan.faults();
    for (row, fault) in faults.iter().take(MOST_PRINTED) {
        let place = imports::describe::place(words, row, fault);
        println!("{place}: {}", words.message(&fault.message));
    }
    if faults.len() > MOST_PRINTED {
        println!("… ({})", faults.len() - MOST_PRINTED);
    }
}

fn print_outcome(words: Words, outcome: &ImportOutcome) {
    for sentence in imports::describe::outcome(words, outcome) {
        println!("{sentence}");
    }
}
