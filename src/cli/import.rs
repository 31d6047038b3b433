//! `rendezvous import`: participants from a CSV file, beside a running server or without one.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use super::serve;
use super::settings::Settings;
use crate::domain::lang::Lang;
use crate::services::access::{self, Denied};
use crate::services::imports::{
    self, Extent, ImportError, ImportMail, ImportOptions, ImportOutcome, ImportPlan, UnknownTopics,
};
use crate::words::Words;

/// Most faults and topics that are printed.
const MOST_PRINTED: usize = 200;

/// Imports participants into an event from a CSV file: all rows or none.
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    settings: Settings,
    /// The event's name in addresses.
    event: String,
    /// The file; UTF-8, UTF-16 or Windows-1252, with a header.
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
    /// Mail new participants that they are registered.
    #[arg(long)]
    mail: bool,
}

impl Import {
    /// Prints what the file would change, then changes it unless asked not to.
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = fs::read(&self.file).with_context(|| format!("Cannot read {name}"))?;
        let options = self.options();
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
        if self.dry_run {
            return Ok(());
        }
        let extent = if self.good_rows_only { Extent::GoodRows } else { Extent::AllRows };
        let outcome = imports::apply(&app, &access, &bytes, &options, extent)
            .map_err(|error| plainly(words, error, &name))?;
        print_outcome(words, &outcome);
        Ok(())
    }

    fn options(&self) -> ImportOptions {
        ImportOptions {
            topics: if self.known_topics_only { UnknownTopics::Refuse } else { UnknownTopics::Add },
            mail: if self.mail { ImportMail::NewParticipants } else { ImportMail::Nobody },
        }
    }
}

/// An error as a sentence for the terminal.
fn plainly(words: Words, error: ImportError, name: &str) -> anyhow::Error {
    match error {
        ImportError::File(message) => anyhow::anyhow!("{name}: {}", words.message(&message)),
        ImportError::Faulty(plan) => {
            anyhow::anyhow!("{}", words.t1("import-nothing-stored", "faulty", plan.counts().faulty))
        }
        ImportError::Fault(fault) => fault.into(),
    }
}

fn print_plan(words: Words, plan: &ImportPlan, name: &str) {
    println!("{name}: {}", imports::describe::file(words, plan));
    println!("{}", imports::describe::counts(words, plan.counts()));
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
